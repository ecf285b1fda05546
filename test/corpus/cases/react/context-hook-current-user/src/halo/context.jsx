import { createContext, useContext, useMemo } from "react";

const HaloContext = createContext(null);

export function HaloProvider({ orgId, apiKey, children }) {
  const halo = useMemo(() => window.HaloAgents.init({ orgId, apiKey }), [orgId, apiKey]);
  return <HaloContext.Provider value={{ halo }}>{children}</HaloContext.Provider>;
}

export const useHalo = () => useContext(HaloContext);
