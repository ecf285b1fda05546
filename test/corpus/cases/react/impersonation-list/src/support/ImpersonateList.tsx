import { useState } from "react";
import { useQuery } from "@tanstack/react-query";

interface Customer {
  id: string;
  email: string;
}

export function ImpersonateList() {
  const [active, setActive] = useState<string | null>(null);
  const { data, isLoading } = useQuery<Customer[]>({
    queryKey: ["customers"],
    queryFn: async () => (await fetch("/api/customers")).json(),
  });
  if (isLoading || !data) return <p>Loading…</p>;

  const impersonate = (customer: Customer) => {
    setActive(customer.id);
    window.HaloAgents.getInstance()?.identify(customer.id, { email: customer.email });
  };

  return (
    <ul>
      {data.map((customer) => (
        <li key={customer.id} aria-current={customer.id === active}>
          <button onClick={() => impersonate(customer)}>{customer.email}</button>
        </li>
      ))}
    </ul>
  );
}
