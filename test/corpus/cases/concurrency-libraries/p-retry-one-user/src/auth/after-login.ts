import pRetry from "p-retry";
import type { Session } from "./session";

export async function afterLogin(session: Session) {
  await pRetry(
    async () => {
      const response = await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: session.userId, traits: { email: session.email } }),
      });
      if (!response.ok) throw new Error(`Halo answered ${response.status}`);
    },
    { retries: 3 },
  );
}
