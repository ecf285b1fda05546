import { useEffect } from "react";
import { useSession } from "../session";

export function HaloIdentify() {
  const { user } = useSession();

  useEffect(() => {
    if (!user) return;
    window.HaloAgents.getInstance()?.identify(user.id, { email: user.email, plan: user.plan });
  }, [user]);

  return null;
}
