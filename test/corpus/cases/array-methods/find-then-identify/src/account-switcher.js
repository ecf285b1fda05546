export function switchAccount(accounts, slug) {
  const account = accounts.find((candidate) => candidate.slug === slug);
  if (!account) return;
  const ha = HaloAgents.getInstance();
  ha.identify(account.userId, { email: account.email, plan: account.plan });
}
