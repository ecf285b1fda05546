export async function register(req, res) {
  for (const field of ["email", "name", "password"]) {
    if (!req.body[field]) return res.status(422).json({ missing: field });
  }
  const user = await req.db.users.insert(req.body);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
  });
  res.status(201).json(user);
}
