import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

export const backfillHandler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  for (const record of event.Records) {
    const user = JSON.parse(record.body) as { id: string; plan: string };
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
  return { batchItemFailures: [] };
};
