interface Person {
  id: string;
  email: string;
  name: string | null;
  createdAt: Date;
}

export async function sendPerson({ id, email, name, createdAt }: Person) {
  const res = await fetch(process.env.HALO_URL + "/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: "Bearer " + process.env.HALO_API_KEY },
    body: JSON.stringify({
      user_id: id,
      traits: { email, name, signed_up_at: createdAt.toISOString() },
    }),
  });
  if (!res.ok) throw new Error(res.statusText);
}
