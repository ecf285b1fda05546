import { sessionsByUser } from "./store";

export function replayUsers(): void {
  const agent = window.HaloAgents.getInstance();
  sessionsByUser
    .values()
    .filter((session) => session.plan !== "free")
    .forEach((session) => agent.identify(session.userId, { plan: session.plan }));
}
