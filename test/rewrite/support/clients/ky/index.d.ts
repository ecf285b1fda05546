export interface Options {
  method?: string;
  prefixUrl?: string | URL;
  headers?: Record<string, string | undefined>;
  json?: unknown;
  body?: string;
}

export interface ResponsePromise extends Promise<Response> {
  json<T>(): Promise<T>;
}

export interface KyInstance {
  (url: string | URL, options?: Options): ResponsePromise;
  post(url: string | URL, options?: Options): ResponsePromise;
  create(options: Options): KyInstance;
}

declare const ky: KyInstance;
export default ky;
