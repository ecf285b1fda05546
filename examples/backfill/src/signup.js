import jwt from "jsonwebtoken";

/**
 * Answers `POST /signup`. The user is here now, so a live identify is right: one call, with every trait that we have,
 * so that no backfill is needed for this user.
 */
export async function handleSignup(request, response, { database }) {
  const { email, name, plan } = request.body;
  const { rows } = await database.query(
    `insert into users (id, email, name, plan, mrr, signed_up_at, last_active_at)
     values (gen_random_uuid(), $1, $2, $3, 0, now(), now())
     returning id, mrr, signed_up_at`,
    [email, name, plan],
  );
  const [user] = rows;
  await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({
      user_id: user.id,
      user_token: jwt.sign({ user_id: user.id }, process.env.HALO_IDENTITY_SECRET, {
        expiresIn: "5m",
      }),
      traits: { email, name, plan, mrr: user.mrr, signed_up_at: user.signed_up_at },
    }),
  });
  response.writeHead(201, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ id: user.id }));
}
