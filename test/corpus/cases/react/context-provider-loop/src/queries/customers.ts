import { useQuery } from "@tanstack/react-query";

export const useCustomers = () =>
  useQuery({ queryKey: ["customers"], queryFn: () => fetch("/api/customers").then((r) => r.json()) });
