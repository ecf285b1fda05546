export async function drainPending(store) {
  const pending = await store.readPendingUsers();
  const agent = HaloAgents.getInstance();
  while (pending.length > 0) {
    const user = pending.shift();
    agent.identify(user.id, { plan: user.plan, seats: user.seats });
    await store.markDone(user.id);
  }
}
