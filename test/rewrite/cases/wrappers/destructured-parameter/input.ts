import { syncBilling } from "./billing.js";
import { findUsers, type User } from "./users.js";

const syncUser = async ({ id, plan, company: { name: company } }: User): Promise<void> => {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: id, traits: { plan, company } }),
  });
};

export const onSignup = (user: User): Promise<void> => syncUser(user);

for (const user of await findUsers()) {
  await syncBilling(user);
  await syncUser(user);
}
