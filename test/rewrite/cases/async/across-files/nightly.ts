import { syncNames as sync } from "./index.js";

export function nightly(): void {
  sync();
}

export default nightly;
