import { signUpdateToken } from "../src/halo-token";
import { accounts } from "../src/accounts";

for (const account of await accounts.all()) {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/update`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({
      user_token: signUpdateToken(),
      user_id: account.ownerId,
      traits: { arr: account.arr },
    }),
  });
}
