export function impersonationActions(accounts) {
  const actions = {};
  for (const account of accounts) {
    actions[account.slug] = () => {
      HaloAgents.getInstance().identify(account.userId, { plan: account.plan });
    };
  }
  return actions;
}
