import { useCallback } from "react";

export function useAnalytics() {
  const identify = useCallback((id: string, traits: Record<string, unknown>) => {
    window.HaloAgents?.getInstance()?.identify(id, traits);
  }, []);
  const track = useCallback((name: string) => {
    window.dataLayer?.push({ event: name });
  }, []);
  return { identify, track };
}
