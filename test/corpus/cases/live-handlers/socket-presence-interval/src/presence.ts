import type { Server } from "socket.io";

export function presence(io: Server) {
  io.on("connection", (socket) => {
    const timer = setInterval(async () => {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: socket.data.userId, traits: { plan: socket.data.plan } }),
      });
    }, 60_000);
    socket.on("disconnect", () => clearInterval(timer));
  });
}
