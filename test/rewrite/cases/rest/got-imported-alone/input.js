import got from "got";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

export async function sendPlans() {
  const { findUsers } = await import("./users.js");
  for (const user of await findUsers()) {
    await got.post(url, {
      headers,
      json: { user_id: user.id, traits: { plan: user.plan } },
    });
  }
}

await sendPlans();
