// Preload (`node --import ./reroute.mjs script.mjs`) for code that calls Halo at its public address:
// global fetch takes those calls to the Halo at HALO_BASE_URL and leaves all others alone.
// @ts-check
import { tsImport } from "tsx/esm/api";

/** @type {typeof import("../../src/halo/endpoints.js")} */
const { defaultBaseUrl } = await tsImport("../../src/halo/endpoints.ts", import.meta.url);

const baseUrl = process.env["HALO_BASE_URL"];
if (!baseUrl) throw new Error("HALO_BASE_URL must name the Halo to talk to.");
const directFetch = fetch;

/** @type {typeof fetch} */
const reroutedFetch = async (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input);
  if (address.origin !== defaultBaseUrl) return directFetch(input, init);
  const target = new URL(address.pathname + address.search, baseUrl);
  return directFetch(input instanceof Request ? new Request(target, input) : target, init);
};
Reflect.set(globalThis, "fetch", reroutedFetch);
