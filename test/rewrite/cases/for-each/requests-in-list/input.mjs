import axios from "axios";
import { userIds } from "./users.js";

const api = axios.create({
  baseURL: process.env.HALO_BASE_URL,
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

const pending = [];
userIds.forEach((id) => {
  pending.push(api.post("/api/sdk/users/identify", { user_id: id, traits: { source: "crm" } }));
});

await Promise.all(pending);
