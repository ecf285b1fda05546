import { ENDPOINTS, HALO_BASE_URL } from "../constants/endpoints";
import { usageByUser } from "./usage";

export async function reportUsage(month: string): Promise<void> {
  const usage = await usageByUser(month);
  for (const [userId, seconds] of usage.entries()) {
    const response = await fetch(`${HALO_BASE_URL}${ENDPOINTS.halo.identify}`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ user_id: userId, traits: { usage_seconds: seconds } }),
    });
    if (response.status === 429) await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  await fetch(ENDPOINTS.slack.notify, { method: "POST", body: JSON.stringify({ text: "done" }) });
}
