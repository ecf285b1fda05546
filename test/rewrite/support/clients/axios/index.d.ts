export interface AxiosRequestConfig {
  method?: string;
  url?: string;
  baseURL?: string | undefined;
  headers?: Record<string, string | number | boolean | null>;
  data?: unknown;
}

export interface AxiosResponse<T> {
  status: number;
  data: T;
}

export interface AxiosInstance {
  <T = unknown>(config: AxiosRequestConfig): Promise<AxiosResponse<T>>;
  <T = unknown>(url: string, config?: AxiosRequestConfig): Promise<AxiosResponse<T>>;
  request<T = unknown>(config: AxiosRequestConfig): Promise<AxiosResponse<T>>;
  post<T = unknown>(
    url: string,
    data?: unknown,
    config?: AxiosRequestConfig,
  ): Promise<AxiosResponse<T>>;
  create(config?: AxiosRequestConfig): AxiosInstance;
}

declare const axios: AxiosInstance;
export default axios;
