import { createHaloClient } from "../integrations/halo.js";
import { trials } from "../repositories/trials.js";

const halo = createHaloClient({ apiKey: process.env.HALO_API_KEY! });

export async function publishTrialStatus() {
  const expiring = await trials.expiringWithin(7);
  for (const trial of expiring) {
    try {
      await halo.identify(trial.userId, { trial_ends_at: trial.endsAt.toISOString() });
    } catch (error) {
      console.error("could not publish", trial.userId, error);
    }
  }
}
