import { largestCustomer } from "./customers.js";

const customer = await largestCustomer();
await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  body: JSON.stringify({ user_id: customer.id, traits: { arr: customer.arr } }),
});
