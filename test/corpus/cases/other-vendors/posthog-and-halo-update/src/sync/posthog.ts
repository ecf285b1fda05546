import { PostHog } from "posthog-node";
import { updateHaloUsers } from "../halo-update";

const posthog = new PostHog(process.env.POSTHOG_KEY ?? "");

export async function sync(users: { id: string; plan: string }[]) {
  for (const user of users) {
    posthog.identify({ distinctId: user.id, properties: { plan: user.plan } });
  }
  await updateHaloUsers(users.map((user) => ({ user_id: user.id, traits: { plan: user.plan } })));
}
