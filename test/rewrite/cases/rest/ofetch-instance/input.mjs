import { $fetch } from "ofetch";
import { findUsers } from "./users.js";

const haloFetch = $fetch.create({
  baseURL: process.env.HALO_BASE_URL,
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

const users = await findUsers();
await Promise.all(
  users.map(async ({ id, plan }) => {
    await haloFetch("/api/sdk/users/identify", {
      method: "POST",
      body: { user_id: id, traits: { plan } },
    });
  }),
);
