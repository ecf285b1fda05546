import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Rule testers look for these among the globals.
    globals: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
