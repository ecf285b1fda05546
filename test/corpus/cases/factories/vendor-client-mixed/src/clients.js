import { PostHog } from "posthog-node";

export function makeClients(config) {
  const posthog = new PostHog(config.posthogKey);
  return {
    product: { identify: (id, props) => posthog.identify({ distinctId: id, properties: props }) },
    support: {
      identify: (id, traits) =>
        fetch(`${config.haloUrl}/api/sdk/users/identify`, {
          method: "POST",
          headers: { Authorization: `Bearer ${config.haloKey}` },
          body: JSON.stringify({ user_id: id, traits }),
        }),
    },
  };
}
