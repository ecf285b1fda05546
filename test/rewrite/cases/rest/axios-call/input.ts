import axios from "axios";
import { streamUsers } from "./users.js";

const HALO = process.env.HALO_BASE_URL ?? "https://api.haloagents.ai";
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

for await (const user of streamUsers()) {
  const response = await axios({
    method: "post",
    url: `${HALO}/api/sdk/users/identify`,
    headers,
    data: { user_id: user.id, traits: { plan: user.plan } },
  });
}
