const express = require("express");
const { createUser } = require("./users");

const app = express();
app.use(express.json());

app.post("/api/register", async (req, res, next) => {
  try {
    const user = await createUser(req.body);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email, name: user.name } }),
    });
    res.status(201).json(user);
  } catch (error) {
    next(error);
  }
});

app.listen(process.env.PORT);
