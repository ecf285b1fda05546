import { useEffect } from "react";

export function Heartbeat({ user }) {
  useEffect(() => {
    const timer = setInterval(() => {
      window.HaloAgents.getInstance()?.identify(user.id, { plan: user.plan });
    }, 60_000);
    return () => clearInterval(timer);
  }, [user]);
  return null;
}
