export class HaloClient {
  constructor(
    private readonly apiKey: string,
    private readonly base = "https://api.haloagents.ai",
  ) {}

  async identify(userId: string, traits: Record<string, unknown> = {}): Promise<void> {
    await this.post("/api/sdk/users/identify", { user_id: userId, traits });
  }

  private async post(path: string, body: unknown): Promise<void> {
    const response = await fetch(this.base + path, {
      method: "POST",
      headers: { Authorization: `Bearer ${this.apiKey}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}
