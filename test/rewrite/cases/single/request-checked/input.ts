import { findUser } from "./users.js";

async function main() {
  const user = await findUser(process.argv[2] ?? "user_0000");
  if (!user) return;
  const res = await fetch(
    `${process.env.HALO_BASE_URL}/api/sdk/users/identify`,
    {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    },
  );
  if (!res.ok) throw new Error(`Failed: ${res.status}`);
  console.log(`Synced ${user.id}.`);
}

await main();
