import { sdk } from "../halo/sdk.js";

/**
 * Whether a file can hold a finding at all: whatever reaches Halo's identify spells that word somewhere,
 * be it the SDK's method or the REST route. Everything else costs one scan of the bytes and no parser.
 */
export function mayContainFinding(content: Buffer | string): boolean {
  return content.includes(sdk.identifyMethod);
}
