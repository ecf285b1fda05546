import { findUsers } from "./users.js";

const users = await findUsers();
const size = 50;

for (let start = 0; start < users.length; start += size) {
  const chunk = users.slice(start, start + size);
  await Promise.all(
    chunk.map((user) =>
      fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Authorization: `Bearer ${process.env.HALO_API_KEY}`,
        },
        body: JSON.stringify({
          user_id: user.id,
          traits: { name: user.name, company: user.company.name },
        }),
      }),
    ),
  );
}
