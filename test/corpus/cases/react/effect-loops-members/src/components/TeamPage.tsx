import { useEffect } from "react";
import type { Member } from "../types";

export function TeamPage({ members }: { members: Member[] }) {
  useEffect(() => {
    const ha = window.HaloAgents.getInstance();
    members.forEach((member) => {
      ha?.identify(member.id, { role: member.role });
    });
  }, [members]);

  return <h1>{members.length} members</h1>;
}
