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

/**
 * Makes a function that says whether a file may hand on what leads to Halo's identify without another file's help. Most
 * files that spell `identify` mean another vendor's or something else; only these need be looked at to know the names
 * that lead there.
 */
export function selfLeadMatcher({
  instances,
  modules,
  wrappers,
}: Settings): (content: Buffer) => boolean {
  const route = identifyPath.slice(identifyPath.lastIndexOf("/"));
  const words = [sdk.global, route, ...modules, ...wrappers.map(({ name }) => name)];
  const names = [sdk.documentedInstanceName, ...instances].map(escaped).join("|");
  const instance = new RegExp(`(?<![\\w$])(?:${names})(?![\\w$])`);
  return (content) =>
    words.some((word) => content.includes(word)) ||
    (content.includes(sdk.identifyMethod) && instance.test(content.toString("latin1")));
}

function escaped(name: string): string {
  return name.replaceAll(/[$.*+?^{}()|[\]\\]/g, "\\$&");
}
