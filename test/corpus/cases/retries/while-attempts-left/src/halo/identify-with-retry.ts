import axios, { isAxiosError } from "axios";
import { setTimeout as sleep } from "node:timers/promises";

export interface IdentifyInput {
  userId: string;
  traits: Record<string, unknown>;
}

export async function identifyWithRetry({ userId, traits }: IdentifyInput, maxAttempts = 4) {
  let attempt = 0;
  let delay = 250;
  while (attempt < maxAttempts) {
    attempt++;
    try {
      const { data } = await axios.post(
        "https://api.haloagents.ai/api/sdk/users/identify",
        { user_id: userId, traits },
        { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` }, timeout: 3000 },
      );
      return data;
    } catch (error) {
      if (!isAxiosError(error) || attempt === maxAttempts) throw error;
      await sleep(delay);
      delay *= 2;
    }
  }
}
