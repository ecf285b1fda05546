import { createClerkClient } from "@clerk/backend";

const clerk = createClerkClient({ secretKey: process.env.CLERK_SECRET_KEY });
const { data } = await clerk.users.getUserList({ limit: 100, orderBy: "-created_at" });
const newest = data[0];

await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
  body: JSON.stringify({ user_id: newest.id, traits: { email: newest.primaryEmailAddress?.emailAddress } }),
});
