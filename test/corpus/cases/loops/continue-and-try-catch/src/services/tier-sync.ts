import { logger } from "../logger";
import { tiers } from "../repositories/tiers";

export class TierSync {
  async run() {
    const halo = window.HaloAgents.getInstance();
    for (const entry of await tiers.all()) {
      if (entry.tier === "free") continue;
      try {
        halo.identify(entry.userId, { plan: entry.tier });
      } catch (error) {
        logger.warn({ error, user: entry.userId }, "identify failed");
      }
    }
  }
}
