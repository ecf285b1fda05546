const { Readable } = require("node:stream");
const { users } = require("./users.js");

const base = process.env.HALO_BASE_URL;

Readable.from(users)
  .on("data", async (user) => {
    await fetch(`${base}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
  })
  .on("end", function () {
    console.log("done");
  });
