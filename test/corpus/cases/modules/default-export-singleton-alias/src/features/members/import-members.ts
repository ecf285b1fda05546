import halo from "@/lib/halo";
import { api } from "@/lib/api";
import { logger } from "@/lib/logger";

interface Member {
  id: string;
  email: string;
  role: "owner" | "admin" | "member";
}

export async function pushMembersToHalo(orgId: string) {
  const { data } = await api.get<{ members: Member[] }>(`/orgs/${orgId}/members`);
  let pushed = 0;
  for (const { id, email, role } of data.members) {
    if (!email) {
      logger.warn("member without e-mail", { id });
      continue;
    }
    halo.identify(id, { email, role });
    pushed += 1;
  }
  return pushed;
}
