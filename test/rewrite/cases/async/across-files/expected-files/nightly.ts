import { syncNames as sync } from "./index.js";

export async function nightly(): Promise<void> {
  await sync();
}

export default nightly;
