import { Injectable, Logger } from "@nestjs/common";
import { Cron, CronExpression } from "@nestjs/schedule";
import { PrismaService } from "../prisma.service";

@Injectable()
export class RenewalsService {
  private readonly logger = new Logger(RenewalsService.name);

  constructor(private readonly prisma: PrismaService) {}

  @Cron(CronExpression.EVERY_DAY_AT_3AM)
  async announceNextRenewal() {
    const renewal = await this.prisma.renewal.findFirst({ orderBy: { date: "asc" } });
    if (!renewal) return;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: renewal.userId, traits: { renewal_date: renewal.date.toISOString() } }),
    });
    this.logger.log(`Renewal of ${renewal.userId}`);
  }
}
