export async function warmUp(users) {
  for (const user of users) {
    const instance = HaloAgents.init({
      orgId: "org_7",
      apiKey: "ab_live_4f",
      userId: user.id,
      userTraits: { plan: user.plan },
    });
    instance.destroy();
  }
}
