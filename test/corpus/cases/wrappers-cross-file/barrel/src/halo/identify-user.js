export function identifyUser(id, traits) {
  return fetch(`${process.env.HALO_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: id, traits }),
  });
}
