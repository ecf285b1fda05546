import { HttpService } from "@nestjs/axios";
import { Injectable, Logger } from "@nestjs/common";
import { ConfigService } from "@nestjs/config";
import { firstValueFrom } from "rxjs";

@Injectable()
export class HaloService {
  private readonly logger = new Logger(HaloService.name);

  constructor(
    private readonly http: HttpService,
    private readonly config: ConfigService,
  ) {}

  async identify(userId: string, traits: Record<string, unknown>): Promise<void> {
    const url = `${this.config.get("HALO_URL")}/api/sdk/users/identify`;
    try {
      await firstValueFrom(
        this.http.post(url, { user_id: userId, traits }, { headers: this.headers() }),
      );
    } catch (error) {
      this.logger.error(`identify of ${userId} failed`, error);
    }
  }

  private headers() {
    return { Authorization: `Bearer ${this.config.get("HALO_API_KEY")}` };
  }
}
