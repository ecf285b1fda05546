import { app, type HttpRequest } from "@azure/functions";
import { signIn } from "../sessions";

app.http("sign-in", {
  methods: ["POST"],
  handler: async (request: HttpRequest) => {
    const user = await signIn(await request.json());
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    });
    return { jsonBody: user };
  },
});
