const halo = globalThis.HaloAgents["getInstance"]();

export function push(users) {
  for (const user of users) halo["identify"](user.id, { plan: user.plan });
}
