export interface Options {
  method?: "GET" | "POST";
  prefixUrl?: string | URL;
  headers?: Record<string, string | string[] | undefined>;
  json?: unknown;
  body?: string;
}

export interface CancelableRequest extends Promise<{ statusCode: number; body: string }> {
  json<T>(): Promise<T>;
}

export interface Got {
  (url: string | URL, options?: Options): CancelableRequest;
  post(url: string | URL, options?: Options): CancelableRequest;
  extend(options: Options): Got;
}

declare const got: Got;
export default got;
