import { defineCommand, runMain } from "citty";

const main = defineCommand({
  meta: { name: "set-mrr" },
  args: { user: { type: "positional", required: true }, mrr: { type: "string", required: true } },
  async run({ args }) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: args.user, traits: { mrr: Number(args.mrr) } }),
    });
  },
});

void runMain(main);
