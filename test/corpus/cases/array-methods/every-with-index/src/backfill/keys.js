export function backfillRoles(rolesById) {
  const ha = HaloAgents.getInstance();
  return Object.keys(rolesById).map((id) => {
    ha.identify(id, { role: rolesById[id] });
    return id;
  });
}
