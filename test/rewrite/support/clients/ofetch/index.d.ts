export interface FetchOptions {
  method?: string;
  baseURL?: string;
  headers?: Record<string, string>;
  body?: RequestInit["body"] | Record<string, unknown>;
}

export interface $Fetch {
  <T = unknown>(url: string, options?: FetchOptions): Promise<T>;
  create(options: FetchOptions): $Fetch;
}

export const ofetch: $Fetch;
export const $fetch: $Fetch;
