import type { FindCase } from "../find-case.js";

/** What holds an SDK instance, and what only looks like one. */
export const haloValueCases: readonly FindCase[] = [
  {
    name: "functions that return what the others return, in more ways than can be walked",
    code: `
function a() { if (x) return b(); if (y) return c(); return d(); }
function b() { if (x) return a(); if (y) return c(); return d(); }
function c() { if (x) return a(); if (y) return b(); return d(); }
function d() { if (x) return a(); if (y) return b(); return c(); }
for (const u of us) a().halo.identify(u.id);
`,
  },
  {
    name: "the state of a component",
    path: "src/sync.tsx",
    code: `
function A() { const [halo, setHalo] = useState(null); setHalo(HaloAgents.init({})); us.forEach((u) => «halo.identify(u.id)»); }
function B() { const [halo] = useState(() => HaloAgents.getInstance()); us.forEach((u) => «halo.identify(u.id)»); }
function C() { const [halo, set] = React.useState<HaloAgentsInstance | null>(null); us.forEach((u) => «halo.identify(u.id)»); }
function D() { const [me, setMe] = useState(null); setMe(user); us.forEach((u) => me.identify(u.id)); }
function E() { const [me, setMe] = useState(null); setMe(user, HaloAgents.getInstance()); us.forEach((u) => me.identify(u.id)); }
`,
    finds: ["forEach()", "forEach()", "forEach()"],
  },
  {
    name: "a memoised instance",
    code: `
const halo = useMemo(() => HaloAgents.getInstance(), []);
const services = useMemo(() => { return { halo }; }, [halo]);
us.forEach((u) => «halo.identify(u.id)»);
us.forEach((u) => «services.halo.identify(u.id)»);
`,
    finds: ["forEach()", "forEach()"],
  },
  {
    name: "refs and properties that are assigned later",
    path: "src/sync.ts",
    code: `
const ref = useRef(null); ref.current = HaloAgents.init({});
us.forEach((u) => «ref.current.identify(u.id)»);
const typed = useRef<HaloAgentsInstance | null>(null);
us.forEach((u) => «typed.current?.identify(u.id)»);
const state = { halo: null, other: null }; function boot() { state.halo = HaloAgents.init({}); }
us.forEach((u) => «state.halo.identify(u.id)»);
us.forEach((u) => state.other.identify(u.id));
const box = useRef(HaloAgents.init({}));
us.forEach((u) => box.other.identify(u.id));
`,
    finds: ["forEach()", "forEach()", "forEach()"],
  },
  {
    name: "what a function hands to its callback",
    code: `
function withHalo(use) { use(HaloAgents.getInstance()); }
function withDatabase(use) { use(database); }
us.forEach((u) => withHalo((halo) => «halo.identify(u.id)»));
us.forEach((u) => withDatabase((halo) => halo.identify(u.id)));
withHalo((halo) => halo.identify(me.id));
`,
    finds: ["forEach()"],
  },
  // Counted: where the instance comes from.
  {
    name: "a bare, undeclared ha",
    code: `for (const u of users) «ha.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a global that TypeScript is told of",
    path: "src/sync.ts",
    code: `declare const ha: { identify(id: string): void }; for (const u of users) «ha.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "the result of init",
    code: `const halo = HaloAgents.init({ orgId, apiKey }); for (const u of users) «halo.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "the awaited result of init",
    code: `const halo = await HaloAgents.init({ orgId }); for (const u of users) «halo.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "init in place",
    code: `for (const u of users) «HaloAgents.init({ orgId }).identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "getInstance",
    code: `for (const u of users) «HaloAgents.getInstance().identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "getInstance with optional chaining",
    code: `for (const u of users) «HaloAgents?.getInstance?.()?.identify?.(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "window.HaloAgents",
    code: `for (const u of users) «window.HaloAgents.getInstance()?.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "self.HaloAgents",
    code: `const h = self.HaloAgents.init({}); for (const u of users) «h.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "globalThis with a computed key",
    code: `for (const u of users) «globalThis["HaloAgents"]["getInstance"]()["identify"](u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "keys by template literal and by constant",
    code: `
const method = "identify";
for (const u of users) «HaloAgents[\`getInstance\`]()[method](u.id)»;
`,
    finds: ["for…of"],
  },
  {
    name: "casts and non-null assertions",
    path: "src/sync.ts",
    code: `for (const u of users) «(window as any).HaloAgents.getInstance()!.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "satisfies and angle brackets",
    path: "src/sync.ts",
    code: `const ha = <any>(HaloAgents.getInstance() satisfies unknown); for (const u of users) «ha.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "the class under another name",
    code: `const Halo = window.HaloAgents; const h = Halo.getInstance(); for (const u of users) «h.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "the class destructured from window",
    code: `const { HaloAgents: Halo } = window; for (const u of users) «Halo.getInstance().identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "getInstance destructured",
    code: `const { getInstance } = HaloAgents; for (const u of users) «getInstance().identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a type declared beside the global of the same name",
    path: "src/sync.ts",
    code: `
declare const HaloAgents: HaloAgents;
interface HaloAgents { getInstance(): any }
for (const u of users) «HaloAgents.getInstance().identify(u.id)»;
`,
    finds: ["for…of"],
  },

  // Counted: how the instance travels.
  {
    name: "an alias of an alias",
    code: `const a = HaloAgents.init({}); const b = a, c = b; for (const u of users) «c.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a let that is assigned later",
    code: `let ha; ha = HaloAgents.init({}); for (const u of users) «ha.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a let that is assigned in a function",
    code: `
let client = null;
function setUp() { client = HaloAgents.init({}); }
function sync(users) { for (const u of users) «client.identify(u.id)»; }
`,
    finds: ["for…of"],
  },
  {
    name: "a var that is hoisted",
    code: `function sync() { for (const u of users) «h.identify(u.id)»; } var h = HaloAgents.init({});`,
    finds: ["for…of"],
  },
  {
    name: "??=",
    code: `let h; h ??= HaloAgents.init({}); for (const u of users) «h.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "?? and ||",
    code: `
const a = HaloAgents.getInstance() ?? HaloAgents.init({});
const b = injected || a;
for (const u of users) «b.identify(u.id)»;
`,
    finds: ["for…of"],
  },
  {
    name: "&& and a comma",
    code: `const h = (prepare(), window.HaloAgents && HaloAgents.getInstance()); for (const u of users) «h.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a conditional",
    code: `const h = ready ? HaloAgents.getInstance() : undefined; for (const u of users) «h?.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "destructured identify",
    code: `const { identify } = HaloAgents.init({}); for (const u of users) «identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "destructured identify under another name, with a default",
    code: `const { identify: mark = () => {} } = HaloAgents.getInstance() ?? {}; for (const u of users) «mark(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "identify destructured by assignment",
    code: `let identify; ({ identify } = HaloAgents.init({})); for (const u of users) «identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "identify destructured with a computed key",
    code: `const { ["identify"]: mark } = ha; for (const u of users) «mark(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "the method in a variable",
    code: `const identify = ha.identify; for (const u of users) «identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a bound method",
    code: `const identify = ha.identify.bind(ha); for (const u of users) «identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "the comma trick",
    code: `for (const u of users) «(0, ha.identify)(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a function that gives the instance",
    code: `function halo() { return window.HaloAgents.getInstance(); } for (const u of users) «halo()?.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "an arrow function that gives the instance, sometimes",
    code: `
const halo = () => {
  if (typeof HaloAgents === "undefined") return null;
  return HaloAgents.getInstance();
};
const client = halo();
for (const u of users) «client.identify(u.id)»;
`,
    finds: ["for…of"],
  },
  {
    name: "an async function that gives the instance",
    code: `const halo = async () => HaloAgents.init({}); for (const u of users) «(await halo()).identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a function that remembers the instance",
    code: `
let instance;
function halo() { return (instance ??= HaloAgents.init({})); }
for (const u of users) «halo().identify(u.id)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a parameter's default",
    code: `function sync(users, h = HaloAgents.getInstance()) { for (const u of users) «h.identify(u.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "an object's property",
    code: `const services = { halo: HaloAgents.init({}) }; for (const u of users) «services.halo.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a nested object, destructured",
    code: `
const app = { services: { halo: HaloAgents.init({}) } };
const { services: { halo } } = app;
for (const u of users) «halo.identify(u.id)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a continuation of a promise of the instance",
    code: `HaloAgents.init({}); for (const u of users) { const h = HaloAgents.getInstance(); if (h) «h.identify(u.id)»; }`,
    finds: ["for…of"],
  },

  // Counted: types and classes.
  {
    name: "a parameter typed HaloAgents",
    path: "src/sync.ts",
    code: `function sync(h: HaloAgents, users: User[]) { for (const u of users) «h.identify(u.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "an optional parameter typed as a union",
    path: "src/sync.ts",
    code: `const sync = (users: User[], h?: HaloAgentsInstance | null) => users.forEach((u) => «h?.identify(u.id)»);`,
    finds: ["forEach()"],
  },
  {
    name: "a parameter typed by a member of a namespace",
    path: "src/sync.ts",
    code: `function sync(h: HaloAgents.Instance, users: User[]) { for (const u of users) «h.identify(u.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "a parameter typed by ReturnType",
    path: "src/sync.ts",
    code: `function sync(h: ReturnType<typeof HaloAgents.init>, us: U[]) { for (const u of us) «h.identify(u.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "a parameter typed by an imported type",
    path: "src/sync.ts",
    code: `
import type { HaloAgents as Halo } from "./halo-types.js";
function sync(h: Halo, users: User[]) { for (const u of users) «h.identify(u.id)»; }
`,
    finds: ["for…of"],
  },
  {
    name: "a variable typed HaloAgents",
    path: "src/sync.ts",
    code: `let h: HaloAgentsSDK | undefined; for (const u of users) «h!.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "a destructured parameter with a type",
    path: "src/sync.ts",
    code: `function sync({ h, users }: { h: HaloAgents; users: User[] }) { for (const u of users) «h.identify(u.id)»; }`,
    finds: ["for…of"],
  },
  {
    name: "a field",
    code: `class Sync { halo = HaloAgents.init({}); run(us) { for (const u of us) «this.halo.identify(u.id)»; } }`,
    finds: ["for…of"],
  },
  {
    name: "a private field, in a callback",
    code: `class Sync { #h = HaloAgents.init({}); run(us) { us.forEach((u) => «this.#h.identify(u.id)»); } }`,
    finds: ["forEach()"],
  },
  {
    name: "a static field",
    code: `class Sync { static h = HaloAgents.init({}); run(us) { for (const u of us) «Sync.h.identify(u.id)»; } }`,
    finds: ["for…of"],
  },
  {
    name: "a field that the constructor assigns",
    code: `
class Sync {
  constructor() { this.ha = HaloAgents.getInstance(); }
  run(users) { for (const u of users) «this.ha.identify(u.id)»; }
}
`,
    finds: ["for…of"],
  },
  {
    name: "a field that a typed parameter of the constructor fills",
    path: "src/sync.ts",
    code: `
class Sync {
  private halo;
  constructor(halo: HaloAgentsInstance) { this.halo = halo; }
  run(users: User[]) { for (const u of users) «this.halo.identify(u.id)»; }
}
`,
    finds: ["for…of"],
  },
  {
    name: "a parameter property",
    path: "src/sync.ts",
    code: `
class Sync {
  constructor(private readonly halo: HaloAgents) {}
  async run(users: User[]) { await Promise.all(users.map((u) => «this.halo.identify(u.id)»)); }
}
`,
    finds: ["map()"],
  },
  {
    name: "a typed field",
    path: "src/sync.ts",
    code: `class Sync { private halo!: HaloAgents; run(us: U[]) { for (const u of us) «this.halo.identify(u.id)»; } }`,
    finds: ["for…of"],
  },
  {
    name: "a getter",
    code: `class Sync { get h() { return HaloAgents.getInstance(); } run(us) { for (const u of us) «this.h.identify(u.id)»; } }`,
    finds: ["for…of"],
  },
  {
    name: "a field, destructured from this",
    code: `class Sync { h = HaloAgents.init({}); run(us) { const { h } = this; for (const u of us) «h.identify(u.id)»; } }`,
    finds: ["for…of"],
  },
  {
    name: "an instance of a local class",
    code: `
class Services { halo = HaloAgents.init({}); }
const services = new Services();
for (const u of users) «services.halo.identify(u.id)»;
`,
    finds: ["for…of"],
  },

  // Counted: settings.
  {
    name: "settings.instances: an imported name",
    settings: { instances: ["tracker"] },
    code: `import { tracker } from "./anywhere.js"; for (const u of users) «tracker.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.instances: an undeclared name",
    settings: { instances: ["tracker"] },
    code: `for (const u of users) «tracker.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.instances: a parameter",
    settings: { instances: ["tracker"] },
    code: `export const sync = (tracker, users) => users.forEach((u) => «tracker.identify(u.id)»);`,
    finds: ["forEach()"],
  },
  {
    name: "settings.modules: a named import under another name",
    settings: { modules: ["./halo.js"] },
    code: `import { client as c } from "./halo.js"; for (const u of users) «c.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.modules: a default import",
    settings: { modules: ["@/lib/halo"] },
    code: `import halo from "@/lib/halo"; for (const u of users) «halo.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.modules: a namespace",
    settings: { modules: ["./halo.js"] },
    code: `import * as halo from "./halo.js"; for (const u of users) «halo.client.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.modules: require",
    settings: { modules: ["./halo"] },
    code: `const halo = require("./halo"); for (const u of users) «halo.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.modules: require, destructured",
    settings: { modules: ["./halo"] },
    code: `const { client: c } = require("./halo"); for (const u of users) «c.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.modules: a member of require",
    settings: { modules: ["./halo"] },
    code: `const c = require("./halo").client; for (const u of users) «c.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.modules: import()",
    settings: { modules: ["./halo.js"] },
    code: `const { client } = await import("./halo.js"); for (const u of users) «client.identify(u.id)»;`,
    finds: ["for…of"],
  },
  {
    name: "settings.modules: import x = require()",
    path: "src/sync.cts",
    settings: { modules: ["./halo"] },
    code: `import halo = require("./halo"); for (const u of users) «halo.identify(u.id)»;`,
    finds: ["for…of"],
  },

  // Not Halo's.
  {
    name: "a local ha that is something else",
    code: `const ha = new Analytics(); for (const u of users) ha.identify(u.id);`,
  },
  {
    name: "a parameter ha that nothing is known of",
    code: `function sync(ha, users) { for (const u of users) ha.identify(u.id); }`,
  },
  {
    name: "ha of another module",
    code: `import { ha } from "home-assistant"; for (const u of users) ha.identify(u.id);`,
  },
  {
    name: "ha as the element of the loop",
    code: `for (const ha of hectares) ha.identify(ha.id);`,
  },
  {
    name: "ha in an inner scope",
    code: `const ha = HaloAgents.init({}); function f(users, ha) { for (const u of users) ha.identify(u.id); }`,
  },
  {
    name: "a caught ha",
    code: `for (const u of users) try { f(u); } catch (ha) { ha.identify(u.id); }`,
  },
  {
    name: "HaloAgents as a parameter",
    code: `function sync(HaloAgents, users) { for (const u of users) HaloAgents.getInstance().identify(u.id); }`,
  },
  {
    name: "HaloAgents as a local class",
    code: `class HaloAgents { static getInstance() { return analytics; } } for (const u of users) HaloAgents.getInstance().identify(u.id);`,
  },
  {
    name: "window as a parameter",
    code: `function sync(window, users) { for (const u of users) window.HaloAgents.getInstance().identify(u.id); }`,
  },
  {
    name: "the init of another vendor",
    code: `const a = Analytics.init({}); for (const u of users) a.identify(u.id);`,
  },
  {
    name: "other vendors",
    code: `
import { AnalyticsBrowser } from "@segment/analytics-next";
import posthog from "posthog-js";
import mixpanel from "mixpanel-browser";
const segment = AnalyticsBrowser.load({ writeKey });
for (const u of users) {
  segment.identify(u.id);
  analytics.identify(u.id);
  window.analytics.identify(u.id);
  posthog.identify(u.id);
  mixpanel.identify(u.id);
  amplitude.identify(new amplitude.Identify());
  rudderanalytics.identify(u.id);
  heap.identify(u.id);
  cio.identify(u.id, {});
  FS.identify(u.id);
  LogRocket.identify(u.id);
  window.intercom.identify(u.id);
}
`,
  },
  {
    name: "identify destructured from another vendor",
    code: `const { identify } = analytics; for (const u of users) identify(u.id);`,
  },
  {
    name: "a local function named identify",
    code: `function identify(id) { log(id); } for (const u of users) identify(u.id);`,
  },
  {
    name: "an imported function named identify",
    code: `import { identify } from "./analytics.js"; for (const u of users) identify(u.id);`,
  },
  {
    name: "an undeclared function named identify",
    code: `for (const u of users) identify(u.id);`,
  },
  {
    name: "other methods of the SDK",
    code: `for (const u of users) { ha.identifyCompany(u.companyId); ha.setContext(u.id, {}); ha["identify_"](u.id); ha.destroy(); }`,
  },
  {
    name: "a field named ha that nothing is known of",
    code: `class Sync { run(users) { for (const u of users) this.ha.identify(u.id); } }`,
  },
  {
    name: "a field of another class",
    code: `
class Halo { client = HaloAgents.init({}); }
class Segment { client = new Analytics(); run(users) { for (const u of users) this.client.identify(u.id); } }
`,
  },
  {
    name: "this of an inner function",
    code: `
class Sync {
  client = HaloAgents.init({});
  run(users) { return { client: other, go() { for (const u of users) this.client.identify(u.id); } }; }
}
`,
  },
  {
    name: "another property of the object that holds the instance",
    code: `const s = { halo: HaloAgents.init({}), segment }; for (const u of users) s.segment.identify(u.id);`,
  },
  {
    name: "a type whose name only begins alike",
    path: "src/sync.ts",
    code: `function sync(h: Halogen, users: User[]) { for (const u of users) h.identify(u.id); }`,
  },
  {
    name: "settings.modules does not make all modules alike",
    settings: { modules: ["./halo.js"] },
    code: `import { client } from "./segment.js"; for (const u of users) client.identify(u.id);`,
  },
  {
    name: "settings.modules: a local require",
    settings: { modules: ["./halo"] },
    code: `function f(require) { const c = require("./halo"); for (const u of users) c.identify(u.id); }`,
  },
  {
    name: "identify as a property that is read or passed, not called",
    code: `for (const u of users) { log(ha.identify); new ha.identify(u.id); delete ha.identify; }`,
  },
  {
    name: "names of Object.prototype",
    settings: { instances: ["ha"] },
    code: `for (const u of users) { constructor.identify(u.id); toString.identify(u.id); __proto__.identify(u.id); ha.constructor(u.id); }`,
  },

  // Called by call() and apply().
  {
    name: "call()",
    code: `for (const u of users) «ha.identify.call(ha, u.id, { plan: u.plan })»;`,
    finds: ["for…of"],
  },
  {
    name: "call() with a list that is spread",
    code: `for (const args of rows) «ha.identify.call(ha, ...args)»;`,
    finds: ["for…of"],
  },
  {
    name: "apply() with a list",
    code: `for (const args of rows) «ha.identify.apply(ha, args)»;`,
    finds: ["for…of"],
  },
  {
    name: "call() and apply() for one user's traits",
    code: `
for (const key of keys) {
  ha.identify.call(ha, me.id, { [key]: me[key] });
  ha.identify.apply(ha, [me.id, { [key]: me[key] }]);
}
`,
  },
];
