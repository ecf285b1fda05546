import axios from "axios";
import { syncBilling } from "./billing.js";
import { findUsers, type User } from "./users.js";

const host = process.env.HALO_BASE_URL;
const api = axios.create({
  baseURL: `${host}/api/sdk`,
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

export async function backfill(users: User[]): Promise<void> {
  for (const user of users) {
    const { balance } = await syncBilling(user);
    await api.post("/users/identify", {
      user_id: user.id,
      traits: { name: user.name, balance },
    });
  }
}

await backfill(await findUsers());
