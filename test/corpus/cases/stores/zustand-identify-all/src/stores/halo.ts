import { create } from "zustand";

interface HaloState {
  ha: { identify(id: string, traits?: object): void } | null;
  boot(): void;
  identify(id: string, traits?: object): void;
}

export const useHaloStore = create<HaloState>((set, get) => ({
  ha: null,
  boot() {
    set({ ha: window.HaloAgents.init({ orgId: "org_1", apiKey: "ab_live_1" }) });
  },
  identify(id, traits) {
    get().ha?.identify(id, traits);
  },
}));
