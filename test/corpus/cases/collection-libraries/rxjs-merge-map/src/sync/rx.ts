import { from, lastValueFrom, mergeMap } from "rxjs";
import type { User } from "../types";

export const syncUsers = (users: User[]) =>
  lastValueFrom(
    from(users).pipe(
      mergeMap(
        (user) =>
          fetch("https://api.haloagents.ai/api/sdk/users/identify", {
            method: "POST",
            headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
            body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
          }),
        5,
      ),
    ),
  );
