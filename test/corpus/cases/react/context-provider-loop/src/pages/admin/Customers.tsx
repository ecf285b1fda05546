import { useCallback } from "react";
import { useHalo } from "../../halo/HaloProvider";
import { useCustomers } from "../../queries/customers";

export function Customers() {
  const halo = useHalo();
  const { data: customers = [] } = useCustomers();

  const syncAll = useCallback(() => {
    for (const customer of customers) {
      halo.identify(customer.userId, { name: customer.name, plan: customer.plan });
    }
  }, [customers, halo]);

  return <button onClick={syncAll}>Sync {customers.length} customers to Halo</button>;
}
