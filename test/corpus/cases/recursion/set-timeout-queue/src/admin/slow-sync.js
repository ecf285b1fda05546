const ha = window.HaloAgents.init({ orgId: "org_8", apiKey: "ab_live_8" });
const progress = document.querySelector("progress");

export function slowSync(users, index = 0) {
  progress.max = users.length;
  progress.value = index;
  if (index >= users.length) {
    progress.hidden = true;
    return;
  }
  const user = users[index];
  ha.identify(user.id, { newsletter: user.newsletter });
  setTimeout(() => slowSync(users, index + 1), 250);
}
