export function pushToHalo(users) {
  users
    .filter((user) => user.active)
    .forEach((user) => {
      HaloAgents.getInstance().identify(user.id, { plan: user.plan });
    });
}
