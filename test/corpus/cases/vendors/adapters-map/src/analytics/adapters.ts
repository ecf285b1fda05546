interface User {
  id: string;
  email: string;
}

const adapters: Record<string, (user: User) => unknown> = {
  segment: (user) => window.analytics.identify(user.id, { email: user.email }),
  halo: (user) => window.HaloAgents.getInstance()?.identify(user.id, { email: user.email }),
  posthog: (user) => window.posthog.identify(user.id),
};

export const identify = (user: User) => Object.values(adapters).map((send) => send(user));
