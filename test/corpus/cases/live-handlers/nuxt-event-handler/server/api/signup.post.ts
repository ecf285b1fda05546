import { createUser } from "../users";

export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const user = await createUser(body);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
  });
  setResponseStatus(event, 201);
  return { id: user.id };
});
