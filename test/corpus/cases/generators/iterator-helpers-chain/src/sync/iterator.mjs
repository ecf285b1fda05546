import { sessions } from "./sessions.mjs";

const { identify } = HaloAgents.init({ orgId: "org_9", apiKey: "ab_live_9" });

export function identifyKnown(seen = new Set()) {
  Iterator.from(sessions())
    .filter((session) => session.userId !== null && !seen.has(session.userId))
    .take(10_000)
    .forEach((session) => {
      seen.add(session.userId);
      identify(session.userId, { browser: session.browser });
    });
  return seen.size;
}
