module.exports = async function halo(ctx, next) {
  await next();
  const { user } = ctx.state;
  if (!user) return;
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { locale: ctx.get("accept-language") } }),
  });
};
