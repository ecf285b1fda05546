const net = require("node:net");
const readline = require("node:readline");

const ha = HaloAgents.init({ orgId: "org_7", apiKey: process.env.HALO_API_KEY });

const server = net.createServer((socket) => {
  let device = null;

  socket.on("data", (packet) => {
    const message = JSON.parse(packet.toString("utf8"));
    if (message.type === "hello") {
      device = message.device;
      ha.identify(message.userId, { device });
      socket.write('{"type":"welcome"}\n');
    }
  });
  socket.on("close", () => console.log("closed", device));
});

server.listen(Number(process.env.PORT ?? 4000));
readline.createInterface({ input: process.stdin }).on("line", () => server.close());
