import { syncNames } from "./names.js";

export async function refresh(): Promise<void> {
  document.title = "Syncing";
  const count = syncNames();
  document.title = String(count);
}
