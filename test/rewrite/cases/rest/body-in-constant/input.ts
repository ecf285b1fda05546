import { findUsers, type User } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

async function backfill(users: User[]): Promise<void> {
  for (const user of users) {
    const payload = {
      user_id: user.id,
      traits: { name: user.name, seats: user.company.seats },
    };
    const body = JSON.stringify(payload);
    const options = {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body,
    };
    await fetch(url, options);
  }
}

await backfill(await findUsers());
