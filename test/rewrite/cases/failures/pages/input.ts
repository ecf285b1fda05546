import { findUserPage } from "./users.js";

const base = process.env.HALO_BASE_URL;
let failed = false;

async function main() {
  let next: string | null = null;
  do {
    const page = await findUserPage(next);
    for (const user of page.users) {
      try {
        await fetch(`${base}/api/sdk/users/identify`, {
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
      } catch (error) {
        failed = true;
        const reason = String(error);
        console.error(`Not sent: ${reason}`);
      }
    }
    next = page.next;
  } while (next);
}

await main();
if (failed) process.exitCode = 4;
