function toTraits(user) {
  return { email: user.email, plan: user.plan };
}

export async function syncToHalo(user) {
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: toTraits(user) }),
  });
}
