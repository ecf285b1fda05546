export function syncUser(user: { id: string; email: string }) {
  HaloAgents.getInstance()?.identify(user.id, { email: user.email });
}

export async function exportUsers(users: { id: string; email: string }[], csv: string[]) {
  const syncUser = (user: { id: string; email: string }) => csv.push(`${user.id},${user.email}`);
  for (const user of users) {
    syncUser(user);
  }
}
