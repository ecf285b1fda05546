import { MongoClient } from "mongodb";
import { haloKey } from "../config.js";

export async function backfillSignupDates(uri) {
  const client = await MongoClient.connect(uri);
  const cursor = client.db("app").collection("users").find({ createdAt: { $exists: true } });
  let user = await cursor.next();
  if (!user) return;
  do {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { authorization: `Bearer ${haloKey}` },
      body: JSON.stringify({
        user_id: String(user._id),
        traits: { signed_up_at: user.createdAt.toISOString() },
      }),
    });
    user = await cursor.next();
  } while (user);
  await client.close();
}
