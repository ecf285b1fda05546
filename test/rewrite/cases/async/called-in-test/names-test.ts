import { syncNames } from "./names.js";

declare function it(name: string, run: () => unknown): void;

it("syncs", () => {
  syncNames();
});
