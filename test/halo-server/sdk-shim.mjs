// A stand-in for the browser SDK in Node: `node --import ./sdk-shim.mjs script.mjs` gives the script
// the global `HaloAgents`, talking to the Halo at HALO_BASE_URL. With HALO_SDK_WINDOW=1 there is a
// `window` as well. The process lives until all is sent and exits with 1 if one call failed.
// @ts-check
import { tsImport } from "tsx/esm/api";

/** @type {typeof import("../../src/halo/endpoints.js")} */
const { identifyPath } = await tsImport("../../src/halo/endpoints.ts", import.meta.url);
/** @type {typeof import("../../src/halo/sdk.js")} */
const { sdk } = await tsImport("../../src/halo/sdk.ts", import.meta.url);

/**
 * @typedef {Record<string, unknown>} Traits
 * @typedef {{ userToken?: string }} Identity
 * @typedef {{ orgId: string, apiKey: string, userId?: string, userTraits?: Traits } & Identity} InitOptions
 * @typedef {{
 *   identify: (userId: string, traits?: Traits, identity?: Identity) => void,
 *   identifyCompany: () => void,
 *   setContext: () => void,
 *   destroy: () => void,
 * }} Instance
 */

const baseUrl = process.env["HALO_BASE_URL"];
if (!baseUrl) throw new Error("HALO_BASE_URL must name the Halo to talk to.");
// Taken now, so that what the script does to the global does not matter.
const fetchBeforeScript = fetch;

/** Calls in flight at most, one a lane. */
const lanes = Array.from({ length: 16 }, () => Promise.resolve());
let unsent = 0;
/** @type {string[]} */
const failures = [];

/** One lane a user, so that two calls for the same user arrive in the order made.
 * @param {string} userId */
function laneOf(userId) {
  let hash = 0;
  for (const character of String(userId)) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % lanes.length;
}

/** @param {string} body @param {string} apiKey */
async function send(body, apiKey) {
  try {
    const response = await fetchBeforeScript(baseUrl + identifyPath, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body,
    });
    const answer = await response.text();
    if (!response.ok) failures.push(`${response.status} ${answer}`);
  } catch (error) {
    failures.push(String(error));
  }
  unsent -= 1;
}

/** @param {InitOptions} options @returns {Instance} */
function createInstance({ apiKey, userId, userTraits, userToken }) {
  /** @type {Instance["identify"]} */
  const identify = (id, traits, identity) => {
    // Serialised before this returns: what the caller does to the traits later must not show.
    const body = JSON.stringify({
      user_id: id,
      traits,
      user_token: identity?.userToken ?? userToken,
    });
    const lane = laneOf(id);
    unsent += 1;
    lanes[lane] = /** @type {Promise<void>} */ (lanes[lane]).then(() => send(body, apiKey));
  };
  if (userId !== undefined) identify(userId, userTraits);
  return {
    identify,
    // None of these is an identify, and no test asks more of them than to be there.
    identifyCompany() {},
    setContext() {},
    destroy() {
      current = null;
    },
  };
}

/** @type {Instance | null} */
let current = null;
Reflect.set(globalThis, sdk.global, {
  /** @param {InitOptions} options */
  init: (options) => (current ??= createInstance(options)),
  getInstance: () => current,
});
if (process.env["HALO_SDK_WINDOW"] === "1") Reflect.set(globalThis, "window", globalThis);

process.on("exit", () => {
  if (unsent > 0) failures.push(`${unsent} calls were not sent: the process ended before.`);
  if (failures.length === 0) return;
  console.error(`${failures.length} failures of identify, the first: ${failures[0]}`);
  process.exitCode = 1;
});
