import { describe, expect, it } from "vitest";
import { find } from "../../src/find/find.js";
import { defaultSettings } from "../../src/find/settings.js";
import { parsed, readable } from "./run-cases.js";
import { root, stated } from "./find-case.js";

function findingsIn(text: string, path = `${root}/src/sync.js`): string[] {
  return stated(find(parsed(path, text), defaultSettings)).map((one) => readable(text, one));
}

describe("positions", () => {
  it.each([
    ["LF", "for (const u of us) {\n  ha.identify(u.id);\n}\n", "2:3-2:20"],
    ["CRLF", "for (const u of us) {\r\n  ha.identify(u.id);\r\n}\r\n", "2:3-2:20"],
    ["CR", "for (const u of us) {\r  ha.identify(u.id);\r}\r", "2:3-2:20"],
    ["U+2028", "for (const u of us) {\u2028  ha.identify(u.id);\u2028}", "2:3-2:20"],
    ["tabs", "for (const u of us) {\n\t\tha.identify(u.id);\n}\n", "2:3-2:20"],
    ["astral characters", 'for (const u of us) { "𝒳"; ha.identify(u.id); }', "1:29-1:46"],
    [
      "several lines",
      "for (const u of us)\n  ha\n    .identify(\n      u.id,\n    );\n",
      "2:3-5:6",
    ],
  ])("%s", (_name, text, position) => {
    expect(findingsIn(text).map((line) => line.split(" ")[0])).toEqual([position]);
  });

  it("come in the order of the source, whatever the order of the walk", () => {
    const text = `
function sync(user) { ha.identify(user.id); }
for (const user of users) sync(user);
for (const user of users) ha.identify(user.id);
admins.forEach(sync);
`;
    expect(findingsIn(text)).toEqual([
      "3:27-3:37 for…of: sync(user)",
      "4:27-4:47 for…of: ha.identify(user.id)",
      "5:1-5:21 forEach(): admins.forEach(sync)",
    ]);
  });
});

describe("nothing to find", () => {
  it.each([
    ["an empty file", ""],
    ["white space", " \r\n\t\n"],
    ["comments only", "// ha.identify(u.id)\n/* for (const u of users) ha.identify(u.id); */\n"],
    ["a directive", '"use strict"; // identify'],
    ["a shebang only", "#!/usr/bin/env node\n// identify"],
    ["strings", 'const s = "for (const u of users) ha.identify(u.id)", t = `ha.identify(${s})`;'],
    [
      "eval",
      "for (const u of us) { eval(`ha.identify(${u.id})`); new Function('ha.identify(1)')(); }",
    ],
    ["a computed member", "for (const u of us) ha[pick('identify')](u.id);"],
    ["a computed key", "const { [key('identify')]: f } = ha; for (const u of us) f(u.id);"],
    [
      "a with-like chain that ends nowhere",
      "const a = a; a.identify(1); for (const u of a) a.identify(u);",
    ],
  ])("%s", (_name, text) => {
    expect(findingsIn(text)).toEqual([]);
  });
});

describe("names of Object.prototype", () => {
  it.each(["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"])("%s", (name) => {
    const text = `
class A { ${name === "constructor" ? "" : `static ${name} = 1;`} m(us) { for (const u of us) this.${name}.identify(u.id); } }
const { ${name}: taken } = options;
for (const u of us) {
  ${name}.identify(u.id);
  taken.identify(u.id);
  u.${name}(() => "identify");
  ha.${name}(u.id);
  window.${name}.identify(u.id);
  fetch(u.${name}, { method: "POST", ${name}: u });
}
us.${name}((u) => ha.identify(u.id));
`;
    expect(findingsIn(text)).toEqual([]);
  });
});

describe("functions without a body", () => {
  it.each([
    ["declared", "declare function f(u: U): void; for (const u of us) f(u).identify(u);"],
    [
      "abstract",
      "abstract class A { abstract f(u: U): H; r(us: U[]) { for (const u of us) this.f(u).identify(u); } }",
    ],
    [
      "in an interface",
      "interface I { f(u: U): H } function g(i: I) { for (const u of us) i.f(u).identify(u); }",
    ],
    ["exported", "export default function (u: U): void; // identify"],
  ])("%s", (_name, text) => {
    expect(findingsIn(text, `${root}/src/sync.ts`)).toEqual([]);
  });

  it("overloads", () => {
    const text =
      "function f(u: U): void; function f(u: V): void; function f(u: any) { ha.identify(u.id); } for (const u of us) f(u);";
    expect(findingsIn(text, `${root}/src/sync.ts`)).toHaveLength(1);
  });
});

describe("programs that lead in circles", () => {
  it.each([
    ["a const of itself", "const a = a ?? ha; for (const u of us) a.identify(u.id);", 1],
    ["two consts", "const b = c ?? ha, c = b; for (const u of us) c.identify(u.id);", 1],
    ["a pattern", "const { p: e } = { p: e }; for (const u of us) e.x.identify(u.id);", 0],
    ["a default", "const { d = d } = d; for (const u of us) d.identify(u.id);", 0],
    ["lists", "const x = y.filter(f), y = x; for (const u of x) ha.identify(u.id);", 1],
    ["functions", "const f = () => g(), g = () => f(); for (const u of us) f().identify(u.id);", 0],
    [
      "classes",
      "class A { a = this.b; b = this.a; r(us) { for (const u of us) this.a.identify(u.id); } }",
      0,
    ],
    [
      "instances",
      "class A { a = new A(); r(us) { for (const u of us) this.a.a.a.identify(u.id); } }",
      0,
    ],
    ["types", "type T = U; type U = T; function f(h) { for (const u of us) h.identify(u.id); }", 0],
    [
      "interfaces",
      "interface I { i: I } function f(h: I, us: U[]) { for (const u of us) h.i.i.identify(u.id); }",
      0,
    ],
    [
      "loops",
      "function a(u) { b(u); ha.identify(u.id); } function b(u) { a(u); } for (const u of us) { a(u); b(u); }",
      2,
    ],
    ["aliases", "let f = (u) => ha.identify(u.id), g = f; f = g; for (const u of us) g(u);", 1],
  ])("%s", (_name, text, count) => {
    expect(findingsIn(text, `${root}/src/sync.ts`)).toHaveLength(count);
  });

  it("functions that call each other from many places", () => {
    const functions = Array.from(
      { length: 500 },
      (_, n) => `function f${n}(u) { f${n + 1}(u); f${n + 1}(u); f${n + 1}(u); }`,
    );
    const text = `${functions.join("\n")}\nfunction f500(u) { ha.identify(u.id); }\nfor (const u of us) f495(u);`;
    expect(findingsIn(text)).toHaveLength(1);
  });

  it("texts that double at every step", () => {
    const steps = Array.from({ length: 60 }, (_, n) => {
      return `const a${n + 1} = \`${`\${a${n}}`.repeat(16)}\`;`;
    });
    const text = `const a0 = "/identify";${steps.join("\n")}\nfor (const u of us) fetch(a60, { method: "POST", body: u });`;
    expect(findingsIn(text)).toEqual([]);
  });
});

describe("values that hold themselves", () => {
  it("are walked once, however many ways lead to a property", () => {
    const wraps = Array.from(
      { length: 40 },
      (_, n) => `value = { a: value, b: [value], c${n}: value };`,
    );
    const text = `let value = load();\n${wraps.join("\n")}\nfor (const u of us) value.a.c1.b.identify(u);\n`;
    expect(findingsIn(text)).toEqual([]);
  });
});
