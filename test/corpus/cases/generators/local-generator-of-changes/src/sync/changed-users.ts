type User = { id: string; plan: string; updatedAt: number };

declare const ha: { identify(id: string, traits?: object): void };

function* changedSince(users: Iterable<User>, since: number): Generator<User> {
  for (const user of users) {
    if (user.updatedAt > since) yield user;
  }
}

export function syncChanged(users: Map<string, User>, since: Date): number {
  const halo = HaloAgents.getInstance();
  let count = 0;
  for (const { id, plan } of changedSince(users.values(), since.getTime())) {
    halo.identify(id, { plan });
    count++;
  }
  return count;
}
