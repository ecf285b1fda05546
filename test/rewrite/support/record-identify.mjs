// Preload for a program as it was before its rewrite: nothing is sent, every identify is noted, and when the process
// ends, for whatever reason, the notes are written to RECORD_TO as a list of { user_id, traits }.
import { writeFileSync } from "node:fs";

const calls = [];
const note = (body) => calls.push(JSON.parse(JSON.stringify(body)));

globalThis.fetch = async (_url, { body }) => {
  const { user_id, traits = {} } = JSON.parse(body);
  note({ user_id, traits });
  return new globalThis.Response("{}");
};

const instance = { identify: (user_id, traits = {}) => note({ user_id, traits }) };
let current = null;
globalThis.HaloAgents = { init: () => (current ??= instance), getInstance: () => current };

process.on("exit", () => writeFileSync(process.env.RECORD_TO, JSON.stringify(calls)));
