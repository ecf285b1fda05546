import forOwn from "lodash/forOwn.js";

export function pushHealth(health: Record<string, number>): void {
  const ha = HaloAgents.getInstance();
  forOwn(health, (score, userId) => {
    ha?.identify(userId, { health: score });
  });
}
