import ky from "ky";
import { subscribe } from "../bus/subscribe.js";

const halo = ky.create({
  prefixUrl: "https://api.haloagents.ai",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

await subscribe("user.logged_in", async ({ userId, email, plan }) => {
  await halo.post("api/sdk/users/identify", { json: { user_id: userId, traits: { email, plan } } });
});
