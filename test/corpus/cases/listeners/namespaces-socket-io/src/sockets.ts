import { Server } from "socket.io";
import { verify } from "./auth.js";

const io = new Server(3001);
const namespaces = ["/chat", "/board", "/calls"];

for (const name of namespaces) {
  io.of(name).on("connection", async (socket) => {
    const user = await verify(socket.handshake.auth.token);
    if (!user) {
      socket.disconnect(true);
      return;
    }
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { last_namespace: name } }),
    });
    socket.on("message", (text) => socket.broadcast.emit("message", { from: user.id, text }));
  });
}
