// Preload for a program as it was before its rewrite: nothing is sent, every identify is noted, and when the process
// ends, for whatever reason, the notes are written to RECORD_TO as a list of { user_id, traits }.
import { writeFileSync } from "node:fs";

const calls = [];
const note = (body) => calls.push(JSON.parse(JSON.stringify(body)));

globalThis.fetch = async (target, options) => {
  const body = options?.body ?? (await target.text());
  const { user_id, traits = {} } = JSON.parse(body);
  note({ user_id, traits });
  return new globalThis.Response("{}");
};

const instance = {
  identify: (user_id, traits = {}) => note({ user_id, traits }),
  destroy: () => (current = null),
};
let current = null;
const init = ({ userId, userTraits }) => {
  if (!current && userId !== undefined) instance.identify(userId, userTraits);
  return (current ??= instance);
};
globalThis.HaloAgents = { init, getInstance: () => current };

process.on("exit", () => writeFileSync(process.env.RECORD_TO, JSON.stringify(calls)));
