import { PostHog } from "posthog-node";

const client = new PostHog(process.env.POSTHOG_KEY ?? "", { host: "https://eu.posthog.com" });

export function identifyUser(userId: string, properties: Record<string, unknown>) {
  client.identify({ distinctId: userId, properties });
}

export const shutdown = () => client.shutdown();
