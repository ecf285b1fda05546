type Traits = Record<string, unknown>;

interface Provider {
  enabled: boolean;
  identify(userId: string, traits: Traits): void;
}

const providers: Record<string, Provider> = {
  halo: {
    enabled: Boolean(window.HaloAgents),
    identify: (userId, traits) => window.HaloAgents.getInstance()?.identify(userId, traits),
  },
  segment: {
    enabled: Boolean(window.analytics),
    identify: (userId, traits) => window.analytics.identify(userId, traits),
  },
  fullstory: {
    enabled: Boolean(window.FS),
    identify: (userId, traits) => window.FS("setIdentity", { uid: userId, properties: traits }),
  },
};

export function identify(userId: string, traits: Traits) {
  for (const provider of Object.values(providers)) {
    if (!provider.enabled) continue;
    try {
      provider.identify(userId, traits);
    } catch (error) {
      console.error(error);
    }
  }
}
