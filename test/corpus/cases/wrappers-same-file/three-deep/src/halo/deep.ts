const post = (body: object) =>
  fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify(body),
  });

const identify = (userId: string, traits: Record<string, unknown>) =>
  post({ user_id: userId, traits });

async function pushCustomer(customer: { id: string; tier: string }) {
  await identify(customer.id, { plan: customer.tier });
}

export async function pushCustomers(customers: { id: string; tier: string }[]) {
  for (const customer of customers) await pushCustomer(customer);
}
