import { findUserPage } from "./users.js";
import { createHmac } from "node:crypto";

let cursor = null;

/**
 * Sends users to Halo in batches of 500, which marks nobody active.
 * Halo creates those that it does not know, with signed_up_at as the day on which they signed up.
 */
async function importHaloUsers(users) {
  for (let start = 0; start < users.length; start += 500) {
    const batch = users.slice(start, start + 500);
    const range = `users ${batch[0]?.user_id} to ${batch[batch.length - 1]?.user_id}`;
    const answer = await postHaloImport(batch, range);
    if (!answer.ok) {
      throw new Error(
        `Halo answered ${answer.status} for ${range}: ${answer.text}`,
      );
    }
  }
}

async function postHaloImport(users, range, attempt = 1) {
  const url = "https://api.haloagents.ai/api/sdk/users/update";
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({
      user_token: haloUpdateToken(),
      users,
    }),
  })
    .then(async (response) => ({
      ok: response.ok,
      status: response.status,
      text: await response.text(),
    }))
    .catch((error) => {
      if (attempt === 5) {
        console.error(`Halo could not be reached for ${range}.`);
        throw error;
      }
      return undefined;
    });
  const retry = !answer || answer.status === 429 || answer.status >= 500;
  if (answer && (!retry || attempt === 5)) return answer;
  await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
  return postHaloImport(users, range, attempt + 1);
}

/** A token for one batch: for the whole workspace, and valid for five minutes. */
function haloUpdateToken() {
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

const haloUpdates = [];
try {
  do {
    const page = await findUserPage(cursor);
    for (const user of page.users) {
      if (user.deletedAt) continue;
      haloUpdates.push({
        user_id: user.id,
        traits: { plan: user.plan, signed_up_at: user.signedUpAt },
      });
      if (haloUpdates.length >= 500) {
        await importHaloUsers(haloUpdates.splice(0, 500));
      }
    }
    cursor = page.next;
  } while (cursor);
} finally {
  await importHaloUsers(haloUpdates);
}
