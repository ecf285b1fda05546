import { Injectable } from "@nestjs/common";
import { Cron, CronExpression } from "@nestjs/schedule";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { HaloService } from "../halo/halo.service";
import { Subscription } from "./subscription.entity";

@Injectable()
export class BillingSyncService {
  constructor(
    @InjectRepository(Subscription) private readonly subscriptions: Repository<Subscription>,
    private readonly haloService: HaloService,
  ) {}

  @Cron(CronExpression.EVERY_DAY_AT_3AM)
  async syncMrr(): Promise<void> {
    const subscriptions = await this.subscriptions.find({ relations: { owner: true } });
    for (const subscription of subscriptions) {
      await this.haloService.identify(subscription.owner.id, { mrr: subscription.mrr });
    }
  }
}
