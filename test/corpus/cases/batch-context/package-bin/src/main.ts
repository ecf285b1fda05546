import { largestAccount } from "./accounts.js";
import { log } from "./log.js";

export async function main(): Promise<void> {
  const account = await largestAccount();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: account.adminId, traits: { arr: account.arr } }),
  });
  log(`Told Halo about ${account.name}.`);
}

await main();
