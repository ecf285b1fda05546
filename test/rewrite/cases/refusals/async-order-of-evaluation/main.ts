import { syncNames } from "./names.js";

let total = 0;
export async function count(): Promise<number> {
  total += syncNames();
  return total;
}
