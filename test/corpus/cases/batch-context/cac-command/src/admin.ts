import cac from "cac";
import { findByEmail } from "./users";

const cli = cac("acme");

cli.command("mark-vip <email>", "Mark a customer as VIP").action(async (email: string) => {
  const user = await findByEmail(email);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { vip: true } }),
  });
});

cli.help();
cli.parse();
