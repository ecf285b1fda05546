import { setTimeout as sleep } from "node:timers/promises";
import { payments } from "./payments.js";

export async function waitForPayment(paymentId: string, payer: { id: string; plan: string }) {
  for (let i = 0; i < 30; i++) {
    const payment = await payments.get(paymentId);
    switch (payment.status) {
      case "paid":
        await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: payer.id, traits: { plan: payer.plan } }),
        });
        return payment;
      case "failed":
        throw new Error(payment.reason);
      default:
        await sleep(1000);
    }
  }
  throw new Error("timed out");
}
