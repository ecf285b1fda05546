import { args, BaseCommand } from "@adonisjs/core/ace";
import User from "#models/user";

export default class SetPlan extends BaseCommand {
  static commandName = "user:plan";

  @args.string()
  declare id: string;

  async run() {
    const user = await User.findOrFail(this.id);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
}
