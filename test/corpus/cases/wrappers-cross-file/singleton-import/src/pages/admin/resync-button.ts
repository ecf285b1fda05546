import agent from "../../lib/agent";

export async function resyncEveryone() {
  const response = await fetch("/api/admin/users");
  const users: { id: string; plan: string }[] = await response.json();
  users.forEach((user) => agent.identify(user.id, { plan: user.plan }));
}
