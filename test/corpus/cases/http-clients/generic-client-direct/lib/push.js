const { Http } = require("./http");

const halo = new Http("api.haloagents.ai", { Authorization: "Bearer " + process.env.HALO_API_KEY });

async function pushAll(users) {
  for (const user of users) {
    const status = await halo.post("/api/sdk/users/identify", { user_id: user.id, traits: user.traits });
    if (status !== 200) console.error(user.id, status);
  }
}

module.exports = { pushAll };
