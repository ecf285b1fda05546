export interface Account {
  seats: number;
  users: { id: string }[];
}

export async function listAccounts(query: { status: string }): Promise<Account[]> {
  const response = await fetch(`${process.env.BILLING_URL}/accounts?status=${query.status}`);
  return (await response.json()) as Account[];
}
