import { request } from "undici";
import { haloUrl } from "./halo-url.mjs";
import { query } from "./database.mjs";

const url = haloUrl("users/identify");

export async function backfillEmails() {
  const rows = await query("select id, email from users where email is not null");
  const failures = [];
  for (const { id, email } of rows) {
    const { statusCode, body } = await request(url, {
      method: "POST",
      headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: id, traits: { email } }),
    });
    await body.dump();
    if (statusCode >= 400) failures.push(id);
  }
  return failures;
}
