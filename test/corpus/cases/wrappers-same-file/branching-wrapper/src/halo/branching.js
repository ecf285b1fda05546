function track(user, event) {
  if (event === "seen") {
    HaloAgents.getInstance().identify(user.id, { plan: user.plan });
  } else {
    console.debug(event, user.id);
  }
}

export function markAllSeen(users) {
  users.forEach((user) => track(user, "seen"));
}
