import { users } from "./users.js";

const ha = HaloAgents.init({
  orgId: "org_8d1f",
  apiKey: process.env.HALO_API_KEY,
});

for (const { id, name, ...rest } of users.slice()) {
  ha.identify(id, { name, mrr: rest.mrr, signed_up_at: rest.signedUpAt });
}
