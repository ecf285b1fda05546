export function pushPlans(plans: Map<string, string>) {
  for (const [userId, plan] of plans) {
    window.HaloAgents?.getInstance()?.identify(userId, { plan });
  }
}
