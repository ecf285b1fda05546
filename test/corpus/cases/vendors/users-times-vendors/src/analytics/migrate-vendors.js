export function migrate(users) {
  const sinks = [HaloAgents.getInstance(), window.analytics];
  const ha = sinks[0];
  for (const user of users) {
    window.analytics.identify(user.id);
    HaloAgents.getInstance().identify(user.id, { migrated: true });
  }
  return ha;
}
