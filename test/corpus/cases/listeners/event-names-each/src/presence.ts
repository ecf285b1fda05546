import { session } from "./session";

const ACTIVITY_EVENTS = ["visibilitychange", "focus", "online"] as const;
const ha = window.HaloAgents.getInstance();

let lastSent = 0;

export function watchPresence(): () => void {
  const controller = new AbortController();
  ACTIVITY_EVENTS.forEach((name) => {
    window.addEventListener(
      name,
      () => {
        if (document.hidden || Date.now() - lastSent < 60_000) return;
        lastSent = Date.now();
        ha?.identify(session.userId, { last_event: name });
      },
      { signal: controller.signal },
    );
  });
  return () => controller.abort();
}
