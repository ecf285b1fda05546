import pAll from "p-all";

export function pushAll(users) {
  const halo = HaloAgents.getInstance();
  const jobs = users.map((user) => async () => halo.identify(user.id, { role: user.role }));
  return pAll(jobs, { concurrency: 3 });
}
