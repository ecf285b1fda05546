class HaloClient {
  constructor(apiKey, { baseUrl = "https://api.haloagents.ai" } = {}) {
    this.apiKey = apiKey;
    this.baseUrl = baseUrl;
  }

  async request(path, body) {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${this.apiKey}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`Halo answered ${response.status}`);
    return response.json();
  }

  identify(userId, { plan }) {
    return this.request("/api/sdk/users/identify", { user_id: userId, traits: { plan } });
  }
}

export default new HaloClient(process.env.HALO_API_KEY);
