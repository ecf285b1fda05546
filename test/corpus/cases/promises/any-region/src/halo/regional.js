const REGIONS = ["https://eu.halo.acme.dev", "https://us.halo.acme.dev"];

export function identifyAnywhere(user) {
  return Promise.any(
    REGIONS.map((base) =>
      fetch(`${base}/api/sdk/users/identify`, {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
      }),
    ),
  );
}
