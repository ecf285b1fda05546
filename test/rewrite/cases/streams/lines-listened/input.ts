import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { userIds } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function importIds(ids: readonly string[]): void {
  const reader = createInterface({ input: Readable.from(ids.map((id) => id + "\n")) });
  reader
    .on("line", (id) => {
      if (!id) return;
      ha.identify(id, { source: "file" });
    })
    .on("close", () => {
      console.log("All lines are read.");
    });
}

importIds(userIds);
