export function identifyUsers(users) {
  const ha = HaloAgents.getInstance();
  users.forEach(({ id, ...traits }) => ha.identify(id, traits));
}

identifyUsers(await (await fetch("/api/users")).json());
