import { getAuth } from "firebase-admin/auth";
import * as logger from "firebase-functions/logger";
import { onRequest } from "firebase-functions/v2/https";

async function identifyPage(pageToken?: string): Promise<number> {
  const { users, pageToken: next } = await getAuth().listUsers(1000, pageToken);

  for (const user of users) {
    const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        user_id: user.uid,
        traits: { email: user.email, signed_up_at: user.metadata.creationTime },
      }),
    });
    if (!response.ok) logger.warn("identify failed", { uid: user.uid, status: response.status });
  }

  return users.length + (next ? await identifyPage(next) : 0);
}

export const backfillUsers = onRequest(async (_request, response) => {
  const count = await identifyPage();
  response.json({ count });
});
