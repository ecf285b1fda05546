import { findUsers } from "./users.js";

const base = process.env.HALO_BASE_URL;

async function main() {
  const users = await findUsers();
  for (const user of users) {
    const res = await fetch(`${base}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({
        user_id: user.id,
        traits: { name: user.name, mrr: user.mrr },
      }),
    });
    if (!res.ok) {
      throw new Error(`Halo said ${res.status}: ${await res.text()}`);
    }
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
