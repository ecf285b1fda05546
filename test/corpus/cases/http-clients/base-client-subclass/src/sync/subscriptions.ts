import { HaloApi } from "../halo/halo-api.js";
import type { Subscription } from "./types.js";

export class SubscriptionSync {
  private readonly halo = new HaloApi(process.env.HALO_API_KEY ?? "");

  async run(subscriptions: Subscription[]): Promise<void> {
    while (subscriptions.length > 0) {
      const subscription = subscriptions.shift()!;
      await this.halo.identifyUser(subscription.userId, { contract_term: subscription.term });
    }
  }
}
