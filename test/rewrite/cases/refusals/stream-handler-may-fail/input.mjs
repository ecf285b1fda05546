import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const reader = createInterface({ input: createReadStream("users.jsonl") });
reader.on("line", (line) => {
  const user = JSON.parse(line);
  ha.identify(user.id, { name: user.name });
});
await once(reader, "close");
