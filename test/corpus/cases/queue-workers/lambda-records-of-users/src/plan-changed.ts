import type { SQSHandler } from "aws-lambda";
import { membersOf } from "./members";

export const handler: SQSHandler = async (event) => {
  for (const record of event.Records) {
    const { tenantId, plan } = JSON.parse(record.body);
    const members = await membersOf(tenantId);
    for (const member of members) {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: member.id, traits: { plan } }),
      });
    }
  }
};
