import got from "got";
import PQueue from "p-queue";
import { db } from "./db.js";

const queue = new PQueue({ concurrency: 5, interval: 1000, intervalCap: 50 });

export async function resyncWorkspace(workspaceId: string): Promise<void> {
  const members = await db.members.where({ workspaceId }).toArray();
  await queue.addAll(
    members.map((member) => async () => {
      await got.post("https://api.haloagents.ai/api/sdk/users/identify", {
        headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
        json: { user_id: member.userId, traits: { workspace: workspaceId, role: member.role } },
      });
    }),
  );
  await queue.onIdle();
}
