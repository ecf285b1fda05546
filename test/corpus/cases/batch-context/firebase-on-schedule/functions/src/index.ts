import { getFirestore } from "firebase-admin/firestore";
import { onSchedule } from "firebase-functions/v2/scheduler";

export const refreshOwner = onSchedule("every day 03:00", async () => {
  const owner = await getFirestore().doc("accounts/acme").get();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: owner.get("userId"), traits: { seats: owner.get("seats") } }),
  });
});
