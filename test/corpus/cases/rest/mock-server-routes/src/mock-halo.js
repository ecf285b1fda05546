import express from "express";

const app = express();
const routes = ["/api/sdk/users/identify", "/api/sdk/users/update"];

for (const route of routes) {
  app.post(route, express.json(), (req, res) => {
    console.log(route, req.body.user_id);
    res.json({ ok: true });
  });
}

app.listen(4010);
