import type { FindCase } from "./find-case.js";

const code = `for (const u of users) ha.identify(u.id);`;
const found = { code: `for (const u of users) «ha.identify(u.id)»;`, finds: ["for…of"] };

/** Files that are left alone because they hold tests, and files that only sound so. */
export const testFilesCases: readonly FindCase[] = [
  { name: "*.test.js", path: "src/sync.test.js", code },
  { name: "*.spec.ts", path: "src/sync.spec.ts", code },
  { name: "*.cy.tsx", path: "src/sync.cy.tsx", code },
  { name: "*-test.mjs", path: "src/sync-test.mjs", code },
  { name: "*.test.cts", path: "src/sync.test.cts", code },
  { name: "*_test.ts, of Deno", path: "src/sync_test.ts", code },
  { name: "*.bench.ts", path: "src/sync.bench.ts", code },
  { name: "*.stories.tsx", path: "src/sync.stories.tsx", code },
  { name: "test-utils/", path: "src/test-utils/sync.ts", code },
  { name: "__fixtures__/", path: "src/__fixtures__/sync.ts", code },
  { name: "test/", path: "test/sync.js", code },
  { name: "tests/", path: "packages/a/tests/sync.js", code },
  { name: "__tests__/", path: "src/__tests__/sync.js", code },
  { name: "e2e/", path: "e2e/sync.js", code },
  { name: "Windows' separators", path: "packages\\a\\tests\\sync.js", code },
  {
    name: "settings.checkTests",
    path: "test/sync.test.js",
    settings: { checkTests: true },
    ...found,
  },
  { name: "latest.js", path: "src/latest.js", ...found },
  { name: "workbench.js", path: "src/workbench.js", ...found },
  { name: "contest/", path: "contest/sync.js", ...found },
  { name: "test.js is a program", path: "src/test.js", ...found },
];
