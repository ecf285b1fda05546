import { useEffect } from "react";
import { useSession } from "./session";
import { useHalo } from "./halo/context";

export function IdentifyUser() {
  const { halo } = useHalo();
  const { user, groups } = useSession();

  useEffect(() => {
    if (!user) return;
    const traits = { email: user.email, name: user.name };
    for (const group of groups) {
      traits[`group_${group.slug}`] = true;
    }
    halo.identify(user.id, traits);
  }, [halo, user, groups]);

  return null;
}
