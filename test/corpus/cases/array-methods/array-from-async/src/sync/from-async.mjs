import { readAccounts } from "./accounts.mjs";

await Array.fromAsync(readAccounts(), async (account) => {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: account.ownerId, traits: { mrr: account.mrr } }),
  });
});
