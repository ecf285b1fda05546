const async = require("async");
const { loadUsers } = require("../lib/users");

async function main() {
  const users = await loadUsers();
  await async.eachLimit(users, 10, async (user) => {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user._id.toString(), traits: { email: user.email } }),
    });
  });
}

main();
