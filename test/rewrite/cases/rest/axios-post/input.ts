import axios from "axios";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

async function main() {
  const users = await findUsers();
  for (const user of users) {
    await axios.post(
      url,
      { user_id: user.id, traits: { name: user.name, mrr: user.mrr } },
      { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } },
    );
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
