import { Injectable } from "@nestjs/common";
import { OnEvent } from "@nestjs/event-emitter";
import { Cron } from "@nestjs/schedule";
import { SessionsRepository } from "./sessions.repository";

@Injectable()
export class UsersListener {
  constructor(private readonly sessions: SessionsRepository) {}

  @Cron("0 * * * *")
  async purgeSessions() {
    await this.sessions.deleteExpired();
  }

  @OnEvent("user.signed_up")
  async onSignedUp(user: { id: string; email: string }) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    });
  }
}
