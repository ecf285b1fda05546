import type PgBoss from "pg-boss";

interface SignedUp {
  userId: string;
  email: string;
}

export async function work(boss: PgBoss): Promise<void> {
  await boss.work<SignedUp>("user.signed_up", async (jobs) => {
    for (const job of jobs) {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: job.data.userId, traits: { email: job.data.email } }),
      });
    }
  });
}
