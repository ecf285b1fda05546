const fetch = require("node-fetch");

class HaloClient {
  constructor(apiKey, { baseUrl = "https://api.haloagents.ai" } = {}) {
    this.apiKey = apiKey;
    this.baseUrl = baseUrl;
  }

  async request(path, body) {
    const res = await fetch(`${this.baseUrl}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${this.apiKey}` },
      body: JSON.stringify(body),
    });
    if (!res.ok) throw new Error(`Halo answered ${res.status}`);
    return res.json();
  }

  identify(userId, traits) {
    return this.request("/api/sdk/users/identify", { user_id: userId, traits });
  }
}

module.exports = new HaloClient(process.env.HALO_API_KEY);
