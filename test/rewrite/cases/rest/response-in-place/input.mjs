import { recordSync } from "./billing.js";
import { streamUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

for await (const user of streamUsers()) {
  const sent = { user_id: user.id, traits: { role: user.role } };
  if (!(await fetch(url, { method: "POST", headers, body: JSON.stringify(sent) })).ok)
    throw new Error("Halo did not take it");
  recordSync();
}
