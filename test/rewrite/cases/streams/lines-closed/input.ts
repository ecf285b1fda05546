import { once } from "node:events";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { userIds } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

const reader = createInterface({ input: Readable.from(userIds.map((id) => id + "\n")) });
reader.on("line", (id) => {
  ha.identify(id, { source: "file" });
});
await once(reader, "close");
