const TRACKED = ["plan", "role", "avatar"];

export function saveProfile(currentUser, changes) {
  const ha = HaloAgents.getInstance();
  for (const key of TRACKED) {
    if (!(key in changes)) continue;
    ha.identify(currentUser.id, { [key]: changes[key] });
  }
}
