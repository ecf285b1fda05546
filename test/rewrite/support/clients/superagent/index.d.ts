interface SuperAgentRequest extends Promise<{ status: number; body: unknown }> {
  set(name: string, value: string): this;
  set(headers: Record<string, string>): this;
  send(body?: unknown): this;
}

declare const superagent: { post(url: string): SuperAgentRequest };
export = superagent;
