export function identifyByToken(users, token) {
  for (const user of users) {
    if (user.token === token) {
      HaloAgents.getInstance().identify(user.id, { plan: user.plan });
      break;
    }
  }
}
