export function request(
  url: string | URL,
  options?: { method?: "GET" | "POST"; headers?: Record<string, string>; body?: string },
): Promise<{ statusCode: number; body: { text(): Promise<string>; json(): Promise<unknown> } }>;
