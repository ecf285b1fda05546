import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Rule testers look for these among the globals.
    globals: true,
    // The first file that a process asks about looks through the whole repository, whose programs nearly all identify.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
