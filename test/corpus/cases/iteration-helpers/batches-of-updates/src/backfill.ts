import { inSlices } from "./lib/in-slices.js";
import { customers } from "./customers.js";
import { signToken } from "./token.js";

const UPDATE = "https://api.haloagents.ai/api/sdk/users/update";

await inSlices(await customers(), 1000, async (slice) => {
  const response = await fetch(UPDATE, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({
      user_token: signToken(),
      update_only: true,
      users: slice.map(({ id, arr }) => ({ user_id: id, traits: { arr } })),
    }),
  });
  const { skipped } = await response.json();
  console.log({ sent: slice.length, skipped });
});
