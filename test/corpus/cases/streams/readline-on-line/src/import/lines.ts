import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

export function importLines(path: string) {
  const reader = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  reader.on("line", (line) => {
    const user = JSON.parse(line) as { id: string; plan: string };
    HaloAgents.getInstance()?.identify(user.id, { plan: user.plan });
  });
}
