import axios from "axios";
import { findUsers } from "./users.js";

const BASE_URL = process.env.HALO_BASE_URL ?? "https://api.haloagents.ai/";

async function run(key: string, source: string) {
  const client = axios.create({
    baseURL: BASE_URL,
    headers: { Authorization: `Bearer ${key}`, "X-Source": "unknown" },
  });
  const users = await findUsers();
  await Promise.all(
    users.map((user) =>
      client.post(
        "api/sdk/users/identify",
        { user_id: user.id, traits: { email: user.email } },
        { headers: { "X-Source": `backfill-${source}` } },
      ),
    ),
  );
}

await run(process.env.HALO_API_KEY ?? "", "crm");
