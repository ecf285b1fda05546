import axios, { AxiosError, type AxiosRequestConfig } from "axios";

interface Profile {
  userId: string;
  traits: Record<string, unknown>;
}

export class HaloSync {
  private static readonly BASE = process.env.HALO_BASE_URL || "https://api.haloagents.ai";

  constructor(private readonly apiKey: string) {}

  async syncProfiles(profiles: Profile[]) {
    let failures = 0;
    for (let i = 0; i < profiles.length; i += 1) {
      const ok = await this.identify(profiles[i]);
      if (!ok) failures += 1;
    }
    return { sent: profiles.length, failures };
  }

  private async identify({ userId, traits }: Profile): Promise<boolean> {
    const config: AxiosRequestConfig = {
      method: "POST",
      baseURL: HaloSync.BASE,
      url: "/api/sdk/users/identify",
      headers: { Authorization: `Bearer ${this.apiKey}` },
      data: { user_id: userId, traits },
    };
    try {
      await axios.request(config);
      return true;
    } catch (error) {
      if (error instanceof AxiosError) console.error(error.response?.data);
      return false;
    }
  }
}
