import { createContext, useContext, useEffect, useState, type ReactNode } from "react";

interface HaloInstance {
  identify(userId: string, traits?: Record<string, unknown>): void;
  destroy(): void;
}

const HaloContext = createContext<HaloInstance | null>(null);

export function HaloProvider({ children }: { children: ReactNode }) {
  const [halo, setHalo] = useState<HaloInstance | null>(null);

  useEffect(() => {
    const instance = window.HaloAgents.init({
      orgId: process.env.NEXT_PUBLIC_HALO_ORG_ID,
      apiKey: process.env.NEXT_PUBLIC_HALO_API_KEY,
    });
    setHalo(instance);
    return () => instance.destroy();
  }, []);

  return <HaloContext.Provider value={halo}>{children}</HaloContext.Provider>;
}

export function useHalo() {
  const halo = useContext(HaloContext);
  if (!halo) throw new Error("useHalo needs a HaloProvider");
  return halo;
}
