import axios from "axios";
import axiosRetry from "axios-retry";
import { findUsers } from "./users.js";

const client = axios.create({ headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } });
axiosRetry(client, { retries: 3 });

for (const user of await findUsers()) {
  await client.post("https://api.haloagents.ai/api/sdk/users/identify", {
    user_id: user.id,
    traits: { name: user.name },
  });
}
