import { Injectable } from "@nestjs/common";

@Injectable()
export class HaloService {
  async identify(userId: string, traits: Record<string, unknown>): Promise<void> {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: userId, traits }),
    });
  }
}
