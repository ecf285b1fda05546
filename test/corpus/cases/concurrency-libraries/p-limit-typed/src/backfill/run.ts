import pLimit from "p-limit";
import pino from "pino";
import { fetchUsers, type User } from "./users.js";

const log = pino({ name: "halo-backfill" });
const limit = pLimit(8);

async function identify(user: User): Promise<boolean> {
  const started = performance.now();
  const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY ?? ""}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email, plan: user.plan } }),
  });
  log.debug({ id: user.id, ms: performance.now() - started });
  return response.ok;
}

export async function run(): Promise<void> {
  const users = await fetchUsers();
  const tasks = users.map((user) => limit(() => identify(user)));
  const results = await Promise.all(tasks);
  log.info({ ok: results.filter(Boolean).length, all: users.length });
}
