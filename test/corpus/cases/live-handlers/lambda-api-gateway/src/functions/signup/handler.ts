import type { APIGatewayProxyHandlerV2 } from "aws-lambda";
import { createUser } from "../../users";

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const user = await createUser(JSON.parse(event.body ?? "{}"));
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
  return { statusCode: 201, body: JSON.stringify({ id: user.id }) };
};
