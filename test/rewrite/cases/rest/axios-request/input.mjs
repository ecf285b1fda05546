import axios from "axios";
import { findUsers } from "./users.js";

const key = process.env.HALO_API_KEY;

async function send(users) {
  for (const user of users) {
    const payload = { user_id: user.id, traits: { plan: user.plan } };
    await axios.request({
      method: "POST",
      baseURL: process.env.HALO_BASE_URL,
      url: "/api/sdk/users/identify",
      headers: { Authorization: `Bearer ${key}`, "X-Source": "backfill" },
      data: payload,
    });
  }
}

await send(await findUsers());
