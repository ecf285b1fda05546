export const command = "set-renewal <user> <date>";
export const describe = "Store a renewal date";

export const builder = (yargs) => yargs.positional("user", { type: "string" }).positional("date", { type: "string" });

export async function handler(argv) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: argv.user, traits: { renewal_date: argv.date } }),
  });
}
