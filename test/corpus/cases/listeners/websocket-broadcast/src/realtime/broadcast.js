export function onDeploy(accounts, version) {
  accounts.forEach((account) => {
    HaloAgents.getInstance().identify(account.ownerId, { app_version: version });
  });
}
