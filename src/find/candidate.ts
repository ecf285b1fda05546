import { identifyPath } from "../halo/endpoints.js";
import { sdk } from "../halo/sdk.js";
import type { Modules } from "../source/modules.js";
import type { Settings } from "./settings.js";

/**
 * The words of which a file spells one if something in it reaches Halo's identify by itself: the SDK's method and the
 * REST route have the first, the SDK's set-up the second, and wrappers of the settings have their own.
 */
function leadingWords({ wrappers }: Pick<Settings, "wrappers">): string[] {
  return [sdk.identifyMethod, sdk.global, ...wrappers.map(({ name }) => name)];
}

/**
 * Whether a file can hold a finding at all: it spells one of {@link leadingWords}, or a name under which another file
 * hands on what does. Everything else costs a scan of the bytes for each of these words and no parser.
 */
export function mayContainFinding(
  content: Buffer | string,
  settings: Pick<Settings, "wrappers"> = { wrappers: [] },
  modules?: Pick<Modules, "mayLead">,
): boolean {
  return (
    leadingWords(settings).some((word) => content.includes(word)) ||
    modules?.mayLead(content) === true
  );
}

const documentedInstance = new RegExp(`\\b${sdk.documentedInstanceName}\\b`);

/**
 * Whether a file may hand on what leads to Halo's identify without another file's help. Most files that spell
 * `identify` mean another vendor's or something else; only these need be looked at to know the names that lead there.
 */
export function mayLeadByItself(
  content: Buffer,
  { instances, modules, wrappers }: Settings,
): boolean {
  const own = [sdk.global, identifyPath.slice(identifyPath.lastIndexOf("/"))];
  const told = [...instances, ...modules, ...wrappers.map(({ name }) => name)];
  if ([...own, ...told].some((word) => content.includes(word))) return true;
  return (
    content.includes(`${sdk.documentedInstanceName}.`) &&
    content.includes(sdk.identifyMethod) &&
    documentedInstance.test(content.toString("latin1"))
  );
}
