import axios from "axios";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

async function fetch() {
  return findUsers();
}

for (const user of await fetch()) {
  await axios.post(
    url,
    { user_id: user.id, traits: { plan: user.plan } },
    { headers },
  );
}
