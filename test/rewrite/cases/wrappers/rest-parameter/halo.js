export async function identify({ id, ...traits }) {
  const response = await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: id, traits }),
  });
  if (!response.ok) throw new Error(await response.text());
}
