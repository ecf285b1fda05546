import axios from "axios";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

try {
  for (const user of await findUsers()) {
    await axios.post(url, { user_id: user.id, traits: { name: user.name } }, { headers });
  }
} catch (error) {
  console.error(error.response?.data ?? error.message);
  process.exitCode = 1;
}
