import { Command } from "commander";
import { accounts } from "./accounts.js";

const program = new Command("acme-admin");

program
  .command("set-plan <userId> <plan>")
  .action(async (userId: string, plan: string) => {
    await accounts.setPlan(userId, plan);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits: { plan } }),
    });
  });

await program.parseAsync();
