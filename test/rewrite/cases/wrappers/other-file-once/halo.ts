interface Account {
  id: string;
  plan: string;
}

export async function syncUser(account: Account): Promise<void> {
  const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: account.id, traits: { plan: account.plan } }),
  });
  if (!response.ok) throw new Error(`Halo answered ${response.status}`);
}
