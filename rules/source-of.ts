import type { ParserServices, TSESLint } from "@typescript-eslint/utils";
import { defaultSettings, parseSettings, type Settings } from "../src/find/settings.js";
import { checkedTypes } from "../src/project/checked-types.js";
import { evidenceRoot } from "../src/project/evidence-root.js";
import { launchersOf } from "../src/project/launchers.js";
import type { Modules } from "../src/source/modules.js";
import type { SourceFile } from "../src/source/source-file.js";
import type { TypeInformation } from "../src/source/type-information.js";

/** What ESLint gives a rule. */
export type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/**
 * The file that is linted, as the engine takes it.
 *
 * @param modules - the project's other files
 * @returns `undefined` where the parser gives no scopes
 */
export function sourceOf(context: Context, modules: Modules | undefined): SourceFile | undefined {
  const { sourceCode, filename, cwd } = context;
  const { ast, scopeManager, text } = sourceCode;
  if (!scopeManager) return undefined;
  return {
    ...{ path: filename, root: evidenceRoot(filename, cwd), text, ast, scopes: scopeManager },
    comments: sourceCode.getAllComments(),
    types: typesFrom(sourceCode.parserServices),
    modules,
    launchers: launchersOf(filename),
  };
}

/** The types that a parser with type information has; oxlint has no parser services at all. */
function typesFrom(services: Partial<ParserServices> | undefined): TypeInformation | undefined {
  const nodes = services?.esTreeNodeToTSNodeMap;
  const checker = services?.program?.getTypeChecker();
  return nodes && checker && checkedTypes(checker, (node) => nodes.get(node));
}

/**
 * The settings that a configuration shares between the rules.
 *
 * @throws Error when `settings["halo-backfill"]` is not what it should be
 */
export function settingsOf({ settings }: Context): Settings {
  const given = settings["halo-backfill"];
  // Every file that is linted comes by here; most projects say nothing.
  if (given === undefined) return defaultSettings;
  const parsed = parseSettings(given);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.settings;
}
