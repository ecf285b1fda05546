import type { FindCase } from "../find-case.js";

/** What `map` and the like are called on: lists, and things that hold one value. */
export const listEvidenceCases: readonly FindCase[] = [
  { name: "a plural name", code: `accounts.map((a) => «ha.identify(a.id)»);`, finds: ["map()"] },
  {
    name: "a list that a name declares",
    code: `const everyone = await load(); everyone.map((a) => «ha.identify(a.id)»);`,
    finds: ["map()"],
  },
  {
    name: "a singular name that holds a list",
    code: `const audience = [alice, bob]; audience.map((a) => «ha.identify(a.id)»);`,
    finds: ["map()"],
  },
  {
    name: "an array literal",
    code: `["u_1", "u_2"].map((id) => «ha.identify(id)»);`,
    finds: ["map()"],
  },
  {
    name: "a spread in an array literal",
    code: `[...users].map((u) => «ha.identify(u.id)»);`,
    finds: ["map()"],
  },
  {
    name: "a typed parameter",
    path: "src/sync.ts",
    code: `function f(audience: readonly User[]) { audience.map((u) => «ha.identify(u.id)»); }`,
    finds: ["map()"],
  },
  {
    name: "forEach is a list's alone",
    code: `audience.forEach((u) => «ha.identify(u.id)»);`,
    finds: ["forEach()"],
  },
  {
    name: "the result of split",
    code: `text.split("\\n").map((id) => «ha.identify(id)»);`,
    finds: ["map()"],
  },
  {
    name: "rows of a query",
    code: `const { rows } = await pool.query("select * from users"); rows.map((r) => «ha.identify(r.id)»);`,
    finds: ["map()"],
  },
  {
    name: "data of a response",
    code: `response.data.map((r) => «ha.identify(r.id)»);`,
    finds: ["map()"],
  },

  {
    name: "Maybe, Option, Result, Either",
    code: `
Maybe.of(me).map((u) => ha.identify(u.id));
Option.fromNullable(me).map((u) => ha.identify(u.id));
O.some(me).map((u) => ha.identify(u.id));
Result.ok(me).map((u) => ha.identify(u.id));
Either.right(me).map((u) => ha.identify(u.id));
`,
  },
  {
    name: "a list of one that a callback narrows",
    code: `[session].filter(Boolean).map((s) => ha.identify(s.userId));`,
  },
  {
    name: "a value typed as an Option",
    path: "src/sync.ts",
    code: `function f(user: Option<User>) { user.map((u) => ha.identify(u.id)); }`,
  },
];
