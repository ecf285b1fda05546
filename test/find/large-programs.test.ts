import { describe, expect, it } from "vitest";
import { find } from "../../src/find/find.js";
import { defaultSettings } from "../../src/find/settings.js";
import { root } from "./find-case.js";
import { parsed } from "./run-cases.js";

function countIn(text: string): number {
  return find(parsed(`${root}/src/sync.js`, text), defaultSettings).length;
}

describe("deep programs", () => {
  const depth = 450;
  it.each([
    ["blocks", `${"{".repeat(depth)}for (const u of us) ha.identify(u.id);${"}".repeat(depth)}`],
    [
      "parentheses",
      `for (const u of us) ha.identify(${"(".repeat(depth)}u.id${")".repeat(depth)});`,
    ],
    ["operators", `for (const u of us) ha.identify(${'"x" + '.repeat(depth)}u.id);`],
    ["else if", `for (const u of us) {${"if (a) b(); else ".repeat(depth)} ha.identify(u.id); }`],
    ["loops", `${"for (const u of us) ".repeat(depth)}ha.identify(u.id);`],
    [
      "IIFEs",
      `for (const u of us) {${"(function(){".repeat(200)}ha.identify(u.id);${"})()".repeat(200)}}`,
    ],
    ["lists", `for (const u of us${".filter(f)".repeat(depth)}) ha.identify(u.id);`],
  ])("%s", (_name, text) => {
    expect(countIn(text)).toBe(1);
  });
});

describe("large files", () => {
  const calls = 20_000;
  // A quadratic search takes minutes here; the limit of the test is what would show it.
  it.each([
    [
      "one loop",
      `for (const u of us) {\n${'ha.identify(u.id, { plan: "x", seats: 1 });\n'.repeat(calls)}}`,
      calls,
    ],
    [
      "loops",
      "for (const u of us) { ha.identify(u.id, { plan: u.plan }); }\n".repeat(calls),
      calls,
    ],
    ["no loop", `export function f(user) {\n${"ha.identify(user.id);\n".repeat(calls)}}`, 0],
    [
      "a field",
      `class A { ha = HaloAgents.init({}); run(us) { for (const u of us) {\n${"this.ha.identify(u.id);\n".repeat(calls)}} } }`,
      calls,
    ],
    [
      "constants",
      `const h = HaloAgents.init({}), p = "x";\nfor (const u of us) {\n${"h.identify(p + u.id);\n".repeat(calls)}}`,
      calls,
    ],
    [
      "a wrapper",
      `function sync(u) { ha.identify(u.id); }\nfor (const u of us) {\n${"sync(u);\n".repeat(calls)}}`,
      calls,
    ],
    [
      "classes with the same methods",
      "{ class A { sync(u) { ha.identify(u.id); } run(us) { for (const u of us) this.sync(u); } } }\n".repeat(
        3_000,
      ),
      3_000,
    ],
    [
      "requests",
      `const base = process.env.HALO ?? "https://a.io";\nfor (const u of us) {\n${'fetch(`${base}/api/sdk/users/identify`, { method: "POST", body: u });\n'.repeat(calls)}}`,
      calls,
    ],
    [
      "a switch",
      `for (const u of us) switch (u.k) {\n${"case k(): ha.identify(u.id); break;\n".repeat(calls)}}`,
      calls,
    ],
    ["data", `const data = [${'"x",'.repeat(300_000)}]; for (const u of us) ha.identify(u.id);`, 1],
  ])("%s", { timeout: 20_000 }, (_name, text, count) => {
    expect(countIn(text)).toBe(count);
  });
});
