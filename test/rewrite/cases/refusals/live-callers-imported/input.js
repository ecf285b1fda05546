export const command = "set-plan <user>";
export const describe = "Store a plan";

export async function handler(argv) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: {
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ user_id: argv.user, traits: { plan: "premium" } }),
  });
}
