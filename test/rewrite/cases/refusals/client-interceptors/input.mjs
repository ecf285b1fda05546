import axios from "axios";
import { findUsers } from "./users.js";
import { tokenOf } from "./tokens.js";

const api = axios.create({
  baseURL: process.env.HALO_BASE_URL,
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});
api.interceptors.request.use((config) => {
  config.headers["X-Tenant"] = tokenOf(config);
  return config;
});

for (const user of await findUsers()) {
  await api.post("/api/sdk/users/identify", { user_id: user.id, traits: { name: user.name } });
}
