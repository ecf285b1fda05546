export async function watchChanges(db) {
  let since = new Date(0);
  for (;;) {
    const changed = await db.users.changedSince(since);
    for (const user of changed) {
      HaloAgents.getInstance().identify(user.id, { plan: user.plan });
    }
    since = new Date();
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
}
