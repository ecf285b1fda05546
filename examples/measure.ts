import { PGlite } from "@electric-sql/pglite";
import { join } from "node:path";
import { startHaloServer, type HaloServer } from "../test/halo-server/server.js";
import { perform } from "./command.js";
import { sampleCopy } from "./working-copy.js";

/** What a run of the backfill did to Halo. */
export interface Outcome {
  activeToday: number;
  withPlan: number;
  enrolments: number;
  requests: number;
  seconds: number;
}

/** Runs the copy's backfill against a Halo of its own, which knows all users and has not seen them for a month. */
export async function measureBackfill(): Promise<Outcome> {
  const halo = await startHaloServer();
  try {
    await seed(halo);
    const start = performance.now();
    await perform({
      shown: "node scripts/backfill-plan.js",
      node: ["scripts/backfill-plan.js"],
      cwd: sampleCopy,
      env: {
        HALO_BASE_URL: halo.url,
        HALO_API_KEY: halo.apiKey,
        HALO_IDENTITY_SECRET: halo.identitySecret ?? "",
      },
    });
    const seconds = (performance.now() - start) / 1000;
    return { ...(await effects(halo)), seconds };
  } finally {
    await halo.close();
  }
}

/** Tells Halo of the users in the application's database, as it had seen them until today. */
async function seed(halo: HaloServer): Promise<void> {
  const database = await PGlite.create(join(sampleCopy, "data"));
  const { rows } = await database.query<{ id: string; signed_up_at: Date; last_active_at: Date }>(
    "select id, signed_up_at, last_active_at from users",
  );
  await database.close();
  await halo.seedUsers(
    rows.map(({ id, signed_up_at, last_active_at }) => ({
      user_id: id,
      first_seen: signed_up_at,
      last_seen: last_active_at,
    })),
  );
}

async function effects(halo: HaloServer): Promise<Omit<Outcome, "seconds">> {
  const users = await halo.users();
  const aDayAgo = Date.now() - 24 * 60 * 60 * 1000;
  return {
    activeToday: users.filter(({ last_seen }) => Number(last_seen) > aDayAgo).length,
    withPlan: users.filter(({ custom_fields }) => "plan" in custom_fields).length,
    enrolments: (await halo.automations()).length,
    requests: halo.requests().length,
  };
}
