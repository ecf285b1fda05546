import { mixpanel } from "./mixpanel";
import { segment } from "./segment";

const ha = HaloAgents.getInstance();
const clients = [mixpanel, segment, ha];

export function identify(user) {
  for (const client of clients) {
    client.identify(user.id, { email: user.email, plan: user.plan });
  }
}
