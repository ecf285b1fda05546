import { createServer } from "node:http";
import { createUser } from "./users.js";

createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    const user = await createUser(JSON.parse(Buffer.concat(chunks).toString()));
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
    });
    response.writeHead(201).end();
  });
}).listen(3000);
