import { BaseClient } from "../http/base-client.js";

export class HaloApi extends BaseClient {
  constructor(token: string) {
    super("https://api.haloagents.ai", token);
  }

  identifyUser(id: string, traits: Record<string, unknown>) {
    return this.post<{ ok: boolean }>("/api/sdk/users/identify", { user_id: id, traits });
  }
}
