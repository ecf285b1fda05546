import got from "got";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

for (const user of await findUsers()) {
  try {
    const json = { user_id: user.id, traits: { name: user.name } };
    await got.post(url, { headers, json });
  } catch (error) {
    console.error("Halo did not take", user.id);
    throw error;
  }
}
