import { Server } from "socket.io";

export function attach(httpServer) {
  const io = new Server(httpServer);
  io.on("connection", async (socket) => {
    const { user } = socket.data;
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
    socket.on("disconnect", () => console.log("bye", user.id));
  });
}
