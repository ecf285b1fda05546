import { Pool } from "undici";
import type { Member } from "../types.js";

const pool = new Pool("https://api.haloagents.ai", { connections: 10, pipelining: 1 });

export async function pushRoles(members: Set<Member>): Promise<string[]> {
  const failed: string[] = [];
  for (const member of members) {
    const { statusCode } = await pool.request({
      path: "/api/sdk/users/identify",
      method: "POST",
      headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: member.id, traits: { role: member.role } }),
    });
    if (statusCode !== 200) failed.push(member.id);
  }
  await pool.close();
  return failed;
}
