import { createReadStream } from "node:fs";
import csv from "csv-parser";

export function importCsv(path) {
  const ha = HaloAgents.getInstance();
  return new Promise((resolve, reject) => {
    createReadStream(path)
      .pipe(csv())
      .on("data", (row) => {
        ha.identify(row.user_id, { plan: row.plan, mrr: Number(row.mrr) });
      })
      .on("end", resolve)
      .on("error", reject);
  });
}
