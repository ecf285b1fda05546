// The global that the browser SDK's script tag defines, as far as the programs under test use it.
interface HaloAgentsInstance {
  identify(
    userId: string,
    traits?: Record<string, unknown>,
    identity?: { userToken?: string },
  ): void;
  setContext(key: string, entry: unknown): void;
  destroy(): void;
}

declare const HaloAgents: {
  init(options: {
    orgId: string;
    apiKey: string;
    userId?: string;
    userTraits?: Record<string, unknown>;
  }): HaloAgentsInstance;
  getInstance(): HaloAgentsInstance | null;
};
