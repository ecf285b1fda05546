import { contracts } from "../contracts";

async function main(): Promise<void> {
  const contract = await contracts.oldest();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: contract.userId, traits: { on_contract: true } }),
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
