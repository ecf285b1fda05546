import { Args, Command } from "@oclif/core";

export default class UserPlan extends Command {
  static override args = {
    id: Args.string({ required: true }),
    plan: Args.string({ required: true }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(UserPlan);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: args.id, traits: { plan: args.plan } }),
    });
    this.log("done");
  }
}
