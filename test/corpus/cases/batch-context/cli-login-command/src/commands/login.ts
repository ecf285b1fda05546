import { Command } from "commander";
import { openBrowserAndWait } from "../oauth.js";

async function login(): Promise<void> {
  const session = await openBrowserAndWait();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: session.userId, traits: { email: session.email } }),
  });
  console.log(`Signed in as ${session.email}`);
}

export const loginCommand = new Command("login").description("Sign in").action(login);
