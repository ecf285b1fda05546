import { concatMap, delay, from, lastValueFrom, mergeMap, of, retry, toArray } from "rxjs";
import { ajax } from "rxjs/ajax";
import type { User } from "../users/user";

export class SyncService {
  constructor(
    private readonly haloKey: string,
    private readonly notify: (message: string) => void,
  ) {}

  async syncAll(users: User[]): Promise<number> {
    const results = await lastValueFrom(
      from(users).pipe(
        concatMap((user) => of(user).pipe(delay(50))),
        mergeMap((user) => this.send(user), 4),
        retry(2),
        toArray(),
      ),
    );
    this.notify(`${results.length} users synced`);
    return results.length;
  }

  private send(user: User) {
    return ajax({
      url: "https://api.haloagents.ai/api/sdk/users/identify",
      method: "POST",
      headers: { Authorization: `Bearer ${this.haloKey}`, "Content-Type": "application/json" },
      body: { user_id: user.id, traits: { plan: user.plan } },
    });
  }
}
