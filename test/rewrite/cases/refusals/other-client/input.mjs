import axios from "axios";
import { findUsers } from "./users.js";

const api = axios.create({ baseURL: process.env.HALO_URL ?? "https://api.haloagents.ai" });

for (const user of await findUsers()) {
  await api.post("/api/sdk/users/identify", { user_id: user.id, traits: { name: user.name } });
}
