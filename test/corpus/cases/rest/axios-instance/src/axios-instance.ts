import axios from "axios";

const halo = axios.create({
  baseURL: process.env.HALO_BASE_URL ?? "https://api.haloagents.ai",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

export const pushAll = (users: { id: string; role: string }[]) =>
  Promise.all(
    users.map((user) => halo.post("/api/sdk/users/identify", { user_id: user.id, traits: { role: user.role } })),
  );
