import { syncNames } from "./names.js";

export async function report(count = syncNames()): Promise<void> {
  console.log(count);
}
