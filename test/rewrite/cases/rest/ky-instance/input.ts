import ky from "ky";
import { findUsers } from "./users.js";

const halo = ky.create({
  prefixUrl: `${process.env.HALO_BASE_URL}/api/sdk/users`,
  headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
});

async function main() {
  for (const user of await findUsers()) {
    const response = await halo.post("identify", {
      json: { user_id: user.id, traits: { plan: user.plan } },
    });
    if (!response.ok) throw new Error(`Halo said ${response.status}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
