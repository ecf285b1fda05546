import { recordSync } from "./billing.js";
import { findUsers } from "./users.js";

class Importer {
  source = "crm";

  async run() {
    const users = await findUsers();
    await Promise.all(users.map(this.sync.bind(this)));
  }

  async sync({ id, name = "unnamed" }) {
    recordSync();
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: id, traits: { name, source: this.source } }),
    });
  }
}

await new Importer().run();
