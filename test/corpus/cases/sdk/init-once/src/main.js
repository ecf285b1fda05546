const { user } = window.__SESSION__;

HaloAgents.init({
  orgId: "org_7",
  apiKey: "ab_live_4f",
  userId: user.id,
  userTraits: { email: user.email, name: user.name, plan: user.plan },
});
