import { findUsers } from "./users.js";

interface User {
  id: string;
  plan: string;
}

async function sync(user: User) {
  const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
}

async function main() {
  const users: User[] = await findUsers();
  const results = await Promise.allSettled(
    users.map(async (user) => {
      await sync(user);
    }),
  );
  const failed = results.filter(({ status }) => status === "rejected").length;
  if (failed > 0) console.error(`${failed} of ${results.length} failed`);
  results.forEach((result, index) => {
    if (result.status === "rejected") console.error(users[index]?.id);
  });
}

await main();
