import { Console, Effect, pipe, Schedule } from "effect";
import { UserStore } from "../services/user-store.js";

const identify = (userId: string, traits: Record<string, unknown>) =>
  Effect.tryPromise(() =>
    fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits }),
    }),
  ).pipe(Effect.retry(Schedule.recurs(3)));

export const backfill = Effect.gen(function* () {
  const store = yield* UserStore;
  const users = yield* store.all;
  yield* Console.log(`${users.length} users`);
  yield* pipe(
    users,
    Effect.forEach((user) => identify(user.id, { plan: user.plan }), { concurrency: 10 }),
  );
});
