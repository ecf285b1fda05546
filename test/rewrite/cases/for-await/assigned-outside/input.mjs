import { streamUsers } from "./users.js";

const url = "https://api.haloagents.ai/api/sdk/users/identify";

export async function run({ apiKey, dryRun }) {
  let count = 0;
  if (dryRun) console.log("Nothing is sent.");
  else
    for await (const user of streamUsers())
      if (user.plan !== "free")
        await fetch(url, {
          method: "POST",
          headers: { Authorization: `Bearer ${apiKey}` },
          body: JSON.stringify({ user_id: user.id, traits: { nr: count++ } }),
        });
  return count;
}

await run({ apiKey: process.env.HALO_API_KEY, dryRun: false });
