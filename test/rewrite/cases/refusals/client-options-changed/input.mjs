import axios from "axios";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const options = { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } };
options.timeout = 5000;

for (const user of await findUsers()) {
  await axios.post(url, { user_id: user.id, traits: { name: user.name } }, options);
}
