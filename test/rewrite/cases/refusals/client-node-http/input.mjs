import { request } from "node:https";
import { findUsers } from "./users.js";

const options = {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
};

for (const user of await findUsers()) {
  const call = request("https://api.haloagents.ai/api/sdk/users/identify", options);
  call.end(JSON.stringify({ user_id: user.id, traits: { name: user.name } }));
}
