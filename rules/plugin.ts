import type { TSESLint } from "@typescript-eslint/utils";
import { createRequire } from "node:module";
import checkUpdateResponse from "./check-update-response.js";
import identifyRecommendedTraits from "./identify-recommended-traits.js";
import maxBatchSize from "./max-batch-size.js";
import noDirectTraitWrite from "./no-direct-trait-write.js";
import noExposedIdentitySecret from "./no-exposed-identity-secret.js";
import noIdentifyInBatchContext from "./no-identify-in-batch-context.js";
import noIdentifyInLoop from "./no-identify-in-loop.js";
import noReservedTraits from "./no-reserved-traits.js";
import requireSignedUpAt from "./require-signed-up-at.js";
import requireUpdateOnly from "./require-update-only.js";
import validUpdateToken from "./valid-update-token.js";

const manifest = createRequire(import.meta.url)("eslint-plugin-halo-backfill/package.json") as {
  name: string;
  version: string;
};

const namespace = "halo-backfill";

const rules = {
  "check-update-response": checkUpdateResponse,
  "identify-recommended-traits": identifyRecommendedTraits,
  "max-batch-size": maxBatchSize,
  "no-direct-trait-write": noDirectTraitWrite,
  "no-exposed-identity-secret": noExposedIdentitySecret,
  "no-identify-in-batch-context": noIdentifyInBatchContext,
  "no-identify-in-loop": noIdentifyInLoop,
  "no-reserved-traits": noReservedTraits,
  "require-signed-up-at": requireSignedUpAt,
  "require-update-only": requireUpdateOnly,
  "valid-update-token": validUpdateToken,
};

type Preset = "all" | "recommended" | "strict";

/** The rules that a preset turns on, all as errors, by the names that configurations use. */
function rulesOf(preset: Preset): Record<string, "error"> {
  const chosen = Object.entries(rules).filter(
    ([, rule]) => preset === "all" || rule.meta.docs?.presets.includes(preset) === true,
  );
  return Object.fromEntries(chosen.map(([name]) => [`${namespace}/${name}`, "error"]));
}

const base = {
  meta: { name: manifest.name, version: manifest.version, namespace },
  rules,
};

function flatConfig(preset: Preset): TSESLint.FlatConfig.Config {
  return {
    name: `${namespace}/${preset}`,
    plugins: {
      get [namespace]() {
        return plugin;
      },
    },
    rules: rulesOf(preset),
  };
}

function legacyConfig(preset: Preset): TSESLint.ClassicConfig.Config {
  return { plugins: [namespace], rules: rulesOf(preset) };
}

const plugin = {
  ...base,
  configs: {
    recommended: flatConfig("recommended"),
    strict: flatConfig("strict"),
    all: flatConfig("all"),
    "legacy-recommended": legacyConfig("recommended"),
    "legacy-strict": legacyConfig("strict"),
    "legacy-all": legacyConfig("all"),
  },
};

// ESLint 8 loads plugins by `require`, which gets what stands under the second name.
export { plugin as default, plugin as "module.exports" };
