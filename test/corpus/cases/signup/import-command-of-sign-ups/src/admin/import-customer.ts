import { Command } from "commander";
import { createUser } from "../users.js";

export const importCustomer = new Command("import-customer")
  .argument("<email>")
  .action(async (email: string) => {
    const user = await createUser({ email });
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email } }),
    });
  });
