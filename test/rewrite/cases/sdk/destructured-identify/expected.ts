import { findUsers } from "./users.js";
import { createHmac } from "node:crypto";

HaloAgents.init({
  orgId: "org_8d1f",
  apiKey: "ab_live_9f2c7e41",
});

interface HaloUserUpdate {
  user_id: unknown;
  traits: unknown;
}

interface HaloAnswer {
  ok: boolean;
  status: number;
  text: string;
}

/**
 * Sends traits of existing users to Halo in batches of 500, which marks nobody active.
 * Halo skips users that it does not know; the result says how many.
 */
async function updateHaloUsers(users: HaloUserUpdate[]): Promise<number> {
  let skipped = 0;
  for (let start = 0; start < users.length; start += 500) {
    const batch = users.slice(start, start + 500);
    const range = `users ${batch[0]?.user_id} to ${batch[batch.length - 1]?.user_id}`;
    const answer = await postHaloUpdate(batch, range);
    if (!answer.ok) {
      throw new Error(
        `Halo answered ${answer.status} for ${range}: ${answer.text}`,
      );
    }
    skipped += (JSON.parse(answer.text) as { skipped?: number }).skipped ?? 0;
  }
  return skipped;
}

async function postHaloUpdate(
  users: HaloUserUpdate[],
  range: string,
  attempt = 1,
): Promise<HaloAnswer> {
  const url = "https://api.haloagents.ai/api/sdk/users/update";
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: "Bearer ab_live_9f2c7e41",
    },
    body: JSON.stringify({
      user_token: haloUpdateToken(),
      update_only: true,
      users,
    }),
  })
    .then(async (response) => ({
      ok: response.ok,
      status: response.status,
      text: await response.text(),
    }))
    .catch((error: unknown) => {
      if (attempt === 5) {
        console.error(`Halo could not be reached for ${range}.`);
        throw error;
      }
      return undefined;
    });
  const retry = !answer || answer.status === 429 || answer.status >= 500;
  if (answer && (!retry || attempt === 5)) return answer;
  await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
  return postHaloUpdate(users, range, attempt + 1);
}

/** A token for one batch: for the whole workspace, and valid for five minutes. */
function haloUpdateToken(): string {
  const secret = process.env.HALO_IDENTITY_SECRET;
  if (!secret) {
    throw new Error("HALO_IDENTITY_SECRET must hold the Identity Secret.");
  }
  const content = [
    { alg: "HS256", typ: "JWT" },
    { scope: "users.update", exp: Math.floor(Date.now() / 1000) + 300 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = createHmac("sha256", secret)
    .update(content)
    .digest("base64url");
  return `${content}.${signature}`;
}

const haloSkipped = await updateHaloUsers(
  Array.from(await findUsers(), (user) => ({
    user_id: user.id,
    traits: { name: user.name, email: user.email },
  })),
);
if (haloSkipped > 0) {
  console.warn(`Halo skipped ${haloSkipped} unknown users.`);
}
