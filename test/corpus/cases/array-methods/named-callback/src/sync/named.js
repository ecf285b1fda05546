const users = await loadUsers();

function send(user) {
  HaloAgents.getInstance().identify(user.id, { plan: user.plan });
}

users.forEach(send);
