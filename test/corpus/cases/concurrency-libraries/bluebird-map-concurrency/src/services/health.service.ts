import Bluebird from "bluebird";
import { HealthScore } from "../models/health-score";

type Ha = ReturnType<typeof HaloAgents.getInstance>;

export class HealthService {
  private ha: Ha = HaloAgents.getInstance();

  public async publish(accountId: string): Promise<void> {
    const scores = await HealthScore.findAll({ where: { accountId } });
    await Bluebird.map(
      scores,
      async (score) => {
        const level = score.value > 70 ? "good" : "poor";
        this.ha!.identify(score.userId, { health: level });
      },
      { concurrency: 3 },
    );
  }
}
