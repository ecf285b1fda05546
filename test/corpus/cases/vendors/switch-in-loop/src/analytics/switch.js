export async function announce(user, vendors) {
  for (const vendor of vendors) {
    switch (vendor) {
      case "halo":
        HaloAgents.getInstance().identify(user.id, { plan: user.plan });
        break;
      case "intercom":
        Intercom("update", { user_id: user.id });
        break;
    }
  }
}
