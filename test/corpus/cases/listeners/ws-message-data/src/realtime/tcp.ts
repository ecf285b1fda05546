import { createServer } from "node:net";

createServer((socket) => {
  socket.on("data", (chunk) => {
    const message = JSON.parse(chunk.toString()) as { type: string; userId: string };
    if (message.type !== "hello") return;
    void fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: message.userId, traits: {} }),
    });
  });
}).listen(7000);
