const halo = HaloAgents.getInstance();

export async function pushNext([user, ...rest]) {
  if (!user) return;
  halo.identify(user.id, { plan: user.plan });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await pushNext(rest);
}
