import { sdk } from "../halo/sdk.js";
import type { Settings } from "./settings.js";

/**
 * Whether a file can hold a finding at all: whatever reaches Halo's identify spells that word somewhere, be it the
 * SDK's method or the REST route; what the SDK's set-up identifies has the SDK's name beside it, and a wrapper of the
 * settings its own. Everything else costs a scan of the bytes for each of these words and no parser.
 */
export function mayContainFinding(
  content: Buffer | string,
  { wrappers }: Pick<Settings, "wrappers"> = { wrappers: [] },
): boolean {
  return (
    content.includes(sdk.identifyMethod) ||
    content.includes(sdk.global) ||
    wrappers.some(({ name }) => content.includes(name))
  );
}
