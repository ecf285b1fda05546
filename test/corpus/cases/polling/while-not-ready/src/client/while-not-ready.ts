export async function start(user: { id: string; email: string }) {
  while (!window.HaloAgents?.getInstance()) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  window.HaloAgents.getInstance()!.identify(user.id, { email: user.email });
}
