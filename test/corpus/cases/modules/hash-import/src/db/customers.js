import sql from "./sql.js";

export const customersDueForRenewal = () =>
  sql`select user_id, renewal_date from customers where renewal_date < now() + interval '30 days'`;
