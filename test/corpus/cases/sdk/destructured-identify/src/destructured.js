const { identify } = HaloAgents.getInstance();

export function pushRoles(roles) {
  for (const [userId, role] of Object.entries(roles)) identify(userId, { role });
}
