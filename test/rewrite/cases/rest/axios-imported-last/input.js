import { findUsers } from "./users.js";
import axios from "axios";

for (const user of await findUsers()) {
  await axios.post(
    `${process.env.HALO_BASE_URL}/api/sdk/users/identify`,
    { user_id: user.id, traits: { plan: user.plan } },
    { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } },
  );
}
