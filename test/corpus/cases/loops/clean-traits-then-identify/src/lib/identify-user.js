const HALO = "https://api.haloagents.ai";

export async function identifyUser(user) {
  const traits = { ...user.profile, email: user.email, plan: user.subscription?.plan };
  Object.keys(traits).forEach((key) => {
    if (traits[key] === undefined || traits[key] === "") delete traits[key];
  });
  for (const reserved of ["id", "created_at", "last_seen"]) {
    delete traits[reserved];
  }

  const response = await fetch(`${HALO}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits }),
  });
  if (response.status === 400) {
    const { reserved_keys: keys = [] } = await response.json();
    throw new Error(`Halo refused ${keys.map((key) => `"${key}"`).join(", ")}`);
  }
}
