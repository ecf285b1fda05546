import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const users = await findUsers();
users.forEach(({ id, name, signedUpAt }) => ha.identify(id, { created_at: signedUpAt, signed_up_at: signedUpAt, name }));
