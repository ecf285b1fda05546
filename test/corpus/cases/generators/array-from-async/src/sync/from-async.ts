import axios, { type AxiosInstance } from "axios";

export class DirectorySync {
  private readonly http: AxiosInstance;

  constructor(apiKey: string) {
    this.http = axios.create({
      baseURL: "https://api.haloagents.ai/api/sdk",
      headers: { common: { Authorization: `Bearer ${apiKey}` } },
    });
    this.http.interceptors.response.use(undefined, (error) => {
      if (error.response?.status === 429) return this.http.request(error.config);
      throw error;
    });
  }

  async run(people: AsyncIterable<{ id: string; title: string }>): Promise<number[]> {
    return Array.fromAsync(people, async ({ id, title }) => {
      const { status } = await this.http.post("/users/identify", { user_id: id, traits: { title } });
      return status;
    });
  }
}
