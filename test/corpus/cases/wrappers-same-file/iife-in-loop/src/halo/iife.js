export function fireAndForget(users) {
  for (const user of users) {
    (async () => {
      const plan = await user.loadPlan();
      HaloAgents.getInstance().identify(user.id, { plan });
    })();
  }
}
