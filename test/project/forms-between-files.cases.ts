import type { FilesCase } from "./ways-between-files.cases.js";

const wrapper = `
  export async function syncUser(user) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
`;

/** Ways by which a file exports its functions, and another imports them. */
export const moduleForms: readonly FilesCase[] = [
  {
    name: "a default export that is handed on",
    files: {
      "lib/sync-user.ts": `export default async function (user: User) { ha.identify(user.id); }`,
      "lib/index.ts": `export { default } from "./sync-user";`,
      "job.ts": `
        import push from "./lib";
        export const run = (users: User[]) => Promise.all(«users.map(push)»);
      `,
    },
  },
  {
    name: "barrels three deep, the innermost of a default export",
    files: {
      "lib/halo/users/sync.ts": `export default async function syncUser(user: User) { ha.identify(user.id); }`,
      "lib/halo/users/index.ts": `export { default as syncUser } from "./sync";`,
      "lib/halo/index.ts": `export * from "./users";`,
      "lib/index.ts": `export * as halo from "./halo";`,
      "job.ts": `
        import { halo } from "./lib";
        export const run = async (users: User[]) => { for (const u of users) { await «halo.syncUser(u)»; } };
      `,
    },
  },
  {
    name: "export = of a function",
    files: {
      "halo.ts": `
        async function syncUser(user: User) { ha.identify(user.id); }
        export = syncUser;
      `,
      "job.ts": `
        import syncUser = require("./halo");
        export async function run(users: User[]) { for (const u of users) await «syncUser(u)»; }
      `,
    },
  },
  {
    name: "export = of an object",
    files: {
      "halo.ts": `
        async function syncUser(user: User) { ha.identify(user.id); }
        export = { syncUser };
      `,
      "job.ts": `
        import halo = require("./halo");
        export async function run(users: User[]) { for (const u of users) await «halo.syncUser(u)»; }
      `,
    },
  },
  {
    name: "getters that TypeScript writes",
    files: {
      "a.js": `
        "use strict";
        Object.defineProperty(exports, "__esModule", { value: true });
        exports.syncUser = syncUser;
        async function syncUser(user) { ha.identify(user.id); }
      `,
      "index.js": `
        "use strict";
        Object.defineProperty(exports, "__esModule", { value: true });
        var a_1 = require("./a");
        Object.defineProperty(exports, "syncUser", { enumerable: true, get: function () { return a_1.syncUser; } });
      `,
      "job.js": `
        "use strict";
        const index_1 = require("./index");
        async function run(users) { for (const u of users) await «(0, index_1.syncUser)(u)»; }
        exports.run = run;
      `,
    },
  },
  {
    name: "stars that TypeScript writes",
    files: {
      "a.js": `
        "use strict";
        exports.syncUser = void 0;
        const syncUser = async (user) => { ha.identify(user.id); };
        exports.syncUser = syncUser;
      `,
      "index.js": `
        "use strict";
        var __exportStar = (this && this.__exportStar) || function(m, exports) { for (var p in m) if (p !== "default") exports[p] = m[p]; };
        __exportStar(require("./a"), exports);
      `,
      "job.js": `
        "use strict";
        const index_1 = require("./index");
        async function run(users) { for (const u of users) await «(0, index_1.syncUser)(u)»; }
        exports.run = run;
      `,
    },
  },
  {
    name: "stars that TypeScript takes from its library",
    files: {
      "a.js": `exports.syncUser = async (user) => { ha.identify(user.id); };`,
      "index.js": `
        const tslib_1 = require("tslib");
        tslib_1.__exportStar(require("./a"), exports);
      `,
      "job.js": `
        const { syncUser } = require("./index");
        async function run(users) { for (const u of users) await «syncUser(u)»; }
      `,
    },
  },
  {
    name: "Object.assign to module.exports",
    files: {
      "halo.js": `
        async function syncUser(user) { ha.identify(user.id); }
        Object.assign(module.exports, { syncUser });
      `,
      "job.js": `
        const { syncUser } = require("./halo");
        async function run(users) { for (const u of users) await «syncUser(u)»; }
      `,
    },
  },
  {
    name: "module.exports of Object.assign",
    files: {
      "halo.js": `
        async function syncUser(user) { ha.identify(user.id); }
        function main() {}
        module.exports = Object.assign(main, { syncUser });
      `,
      "job.js": `
        const { syncUser } = require("./halo");
        async function run(users) { for (const u of users) await «syncUser(u)»; }
      `,
    },
  },
  {
    name: "another name for module.exports",
    files: {
      "halo.js": `
        const self = module.exports;
        self.syncUser = async (user) => { ha.identify(user.id); };
      `,
      "job.js": `
        const { syncUser } = require("./halo");
        async function run(users) { for (const u of users) await «syncUser(u)»; }
      `,
    },
  },
  {
    name: "another name for what module.exports is set to",
    files: {
      "halo.js": `
        const api = (module.exports = {});
        api.syncUser = async (user) => { ha.identify(user.id); };
      `,
      "job.js": `
        const api = require("./halo");
        async function run(users) { for (const u of users) await «api.syncUser(u)»; }
      `,
    },
  },
  {
    name: "then of a dynamic import",
    files: {
      "halo.js": `export const syncUser = async (user) => { ha.identify(user.id); };`,
      "job.js": `import("./halo.js").then(({ syncUser }) => { for (const u of users) «syncUser(u)»; });`,
    },
  },
  {
    name: "then of a dynamic import that names the module",
    files: {
      "halo.js": `export const syncUser = async (user) => { ha.identify(user.id); };`,
      "job.js": `import("./halo.js").then((m) => users.forEach((u) => «m.syncUser(u)»));`,
    },
  },
  {
    name: "a function that imports",
    files: {
      "halo.js": `export const syncUser = async (user) => { ha.identify(user.id); };`,
      "loader.js": `export const loadHalo = () => import("./halo.js");`,
      "job.js": `
        import { loadHalo } from "./loader.js";
        async function run(users) { const { syncUser } = await loadHalo(); for (const u of users) await «syncUser(u)»; }
      `,
    },
  },
];

/** Ways by which a function of another file comes to its user. */
export const callForms: readonly FilesCase[] = [
  {
    name: "one of two modules",
    files: {
      "halo.js": `exports.syncUser = async (user) => { ha.identify(user.id); };`,
      "fake.js": `exports.syncUser = async (user) => { console.log(user); };`,
      "job.js": `
        const halo = !process.env.HALO ? require("./fake") : require("./halo");
        async function run(users) { for (const u of users) await «halo.syncUser(u)»; }
      `,
    },
  },
  {
    name: "a function that another makes for one user",
    files: {
      "halo.js": `export const syncLater = (user) => async () => { ha.identify(user.id); };`,
      "job.js": `
        import { syncLater } from "./halo";
        for (const u of users) await «syncLater(u)()»;
      `,
    },
  },
  {
    name: "a partial application",
    files: {
      "halo.js": `export async function syncUser(source, user) { ha.identify(user.id); }`,
      "job.js": `
        import partial from "lodash/partial";
        import { syncUser } from "./halo";
        const push = partial(syncUser, "nightly");
        for (const u of users) await «push(u)»;
      `,
    },
  },
  {
    name: "a bound function",
    files: {
      "halo.js": `export async function syncUser(source, user) { ha.identify(user.id); }`,
      "job.js": `
        import { syncUser } from "./halo";
        const push = syncUser.bind(null, "nightly");
        for (const u of users) await «push(u)»;
      `,
    },
  },
  {
    name: "a bound function that is handed over",
    files: {
      "halo.js": `export async function syncUser(source, user) { ha.identify(user.id); }`,
      "job.js": `
        import { syncUser } from "./halo";
        await Promise.all(«users.map(syncUser.bind(null, "nightly"))»);
      `,
    },
  },
  {
    name: "call and apply",
    files: {
      "halo.js": `export async function syncUser(user) { ha.identify(user.id); }`,
      "job.js": `
        import { syncUser } from "./halo";
        for (const u of users) await «syncUser.call(null, u)»;
        for (const u of users) await «syncUser.apply(null, [u])»;
      `,
    },
  },
  {
    name: "a decorator of the project",
    files: {
      "retry.js": `
        export function withRetry(fn, times = 3) {
          return async (...args) => {
            for (let i = 0; i < times; i++) { try { return await fn(...args); } catch (e) { if (i === times - 1) throw e; } }
          };
        }
      `,
      "halo.js": `
        import { withRetry } from "./retry";
        export const syncUser = withRetry(async (user) => { ha.identify(user.id); });
      `,
      "job.js": `
        import { syncUser } from "./halo";
        for (const u of users) await «syncUser(u)»;
      `,
    },
  },
  {
    name: "a constructor",
    files: {
      "sync-user.js": `export class SyncUser { constructor(user) { this.user = user; HaloAgents.getInstance().identify(user.id, { plan: user.plan }); } }`,
      "job.js": `
        import { SyncUser } from "./sync-user";
        users.forEach((u) => { «new SyncUser(u)»; });
      `,
    },
  },
  {
    name: "an object that keeps its user",
    files: {
      "command.ts": `
        export class SyncUserCommand {
          constructor(private readonly user: User) {}
          async execute() { const user = this.user; ha.identify(user.id); }
        }
      `,
      "job.ts": `
        import { SyncUserCommand } from "./command";
        export async function run(users: User[]) { for (const u of users) await «new SyncUserCommand(u).execute()»; }
      `,
    },
  },
  {
    name: "super in an override",
    files: {
      "base.js": `export class HaloBase { async identify(user) { ha.identify(user.id); } }`,
      "client.js": `
        import { HaloBase } from "./base";
        export class LoggedHalo extends HaloBase { async identify(user) { console.log(user.id); return super.identify(user); } }
      `,
      "job.js": `
        import { LoggedHalo } from "./client";
        const halo = new LoggedHalo();
        for (const u of users) await «halo.identify(u)»;
      `,
    },
  },
  {
    name: "super in a loop",
    files: {
      "base.js": `export class HaloBase { async identify(user) { ha.identify(user.id); } }`,
      "client.js": `
        import { HaloBase } from "./base";
        export class Bulk extends HaloBase { async identifyAll(users) { for (const u of users) await «super.identify(u)»; } }
      `,
    },
  },
  {
    name: "a method of what is made for one user",
    files: {
      "builder.js": `
        export function haloUser(id) {
          return { send(traits) { return fetch("https://api.haloagents.ai/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: id, traits }) }); } };
        }
      `,
      "job.js": `
        import { haloUser } from "./builder";
        for (const u of users) await «haloUser(u.id).send({ plan: u.plan })»;
      `,
    },
  },
  {
    name: "a promise of a client",
    files: {
      "client.js": `export async function getClient() { return { async identify(user) { ha.identify(user.id); } }; }`,
      "job.js": `
        import { getClient } from "./client";
        getClient().then((halo) => { users.forEach((u) => «halo.identify(u)»); });
      `,
    },
  },
];

/** The same ways, and nothing once per user. */
export const nearMissesOfForms: readonly FilesCase[] = [
  {
    name: "a decorated function for one user",
    files: {
      "retry.ts": `export const withRetry = (fn) => async (...args) => { for (let i = 0; i < 3; i++) { try { return await fn(...args); } catch {} } };`,
      "halo.ts": `
        import { withRetry } from "./retry";
        export const syncUser = withRetry(async (user) => { ha.identify(user.id); });
      `,
      "login.ts": `
        import { syncUser } from "./halo";
        export async function onLogin(user) { await syncUser(user); for (const role of user.roles) await syncUser(user); }
      `,
    },
  },
  {
    name: "a debounced function",
    files: {
      "debounce.ts": `export function debounce(fn, ms) { let t; return (...args) => { clearTimeout(t); t = setTimeout(() => fn(...args), ms); }; }`,
      "halo.ts": `
        import { debounce } from "./debounce";
        export const syncUser = debounce((user) => HaloAgents.getInstance().identify(user.id), 200);
      `,
      "view.ts": `
        import { syncUser } from "./halo";
        for (const u of users) syncUser(u);
      `,
    },
  },
  {
    name: "one of two other functions",
    files: {
      "halo.ts": wrapper,
      "other.ts": `export async function other(user) { await crm.push(user); }`,
      "job.ts": `
        import { syncUser } from "./halo"; import { other } from "./other";
        const send = true ? other : crm.other;
        for (const u of users) await send(u);
      `,
    },
  },
  {
    name: "a promise of a client for one user",
    files: {
      "halo.ts": `export async function getClient() { return { async identify(user) { ha.identify(user.id); } }; }`,
      "login.ts": `
        import { getClient } from "./halo";
        app.post("/login", (req, res) => { getClient().then((halo) => halo.identify(req.user)); for (const t of tags) console.log(t); });
      `,
    },
  },
  {
    name: "another method of the base",
    files: {
      "base.ts": `export class Base { async identify(user) { ha.identify(user.id); } async log(u) { console.log(u); } }`,
      "sub.ts": `
        import { Base } from "./base";
        export class Sub extends Base { async all(users) { for (const u of users) await super.log(u); } }
      `,
    },
  },
  {
    name: "a constructor that only keeps its user",
    files: {
      "sync-user.js": `
        export class SyncUser { constructor(user) { HaloAgents.getInstance().identify(user.id); } }
        export class UserRow { constructor(user) { this.user = user; } }
      `,
      "job.js": `
        import { UserRow, SyncUser } from "./sync-user";
        const rows = users.map((u) => new UserRow(u));
      `,
    },
  },
  {
    name: "a constructor that sets the SDK up",
    files: {
      "client.js": `export class Client { constructor(options) { this.ha = HaloAgents.init({ orgId: options.orgId, apiKey: options.key }); } identify(u) { this.ha.identify(u.id); } }`,
      "job.js": `
        import { Client } from "./client";
        const clients = configs.map((c) => new Client(c));
      `,
    },
  },
  {
    name: "a middleware that is made for each route",
    files: {
      "mw.ts": `
        import { syncUser } from "./halo";
        export const haloMiddleware = (opts) => async (req, res, next) => { await syncUser(req.user); next(); };
      `,
      "halo.ts": wrapper,
      "app.ts": `
        import { haloMiddleware } from "./mw";
        for (const route of routes) app.use(route.path, haloMiddleware(route));
      `,
    },
  },
  {
    name: "a decorated handler for each route",
    files: {
      "wrap.ts": `export const asyncHandler = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);`,
      "halo.ts": wrapper,
      "routes.ts": `
        import { asyncHandler } from "./wrap"; import { syncUser } from "./halo";
        export const login = asyncHandler(async (req, res) => { await syncUser(req.user); res.end(); });
        for (const path of ["/login", "/signin"]) app.post(path, login);
      `,
    },
  },
  {
    name: "a thunk for the current user",
    files: {
      "thunks.ts": `export const syncUser = (user) => async (dispatch) => { ha.identify(user.id); };`,
      "app.tsx": `
        import { syncUser } from "./thunks";
        export function App() { const user = useUser(); const dispatch = useDispatch(); useEffect(() => { dispatch(syncUser(user)); }, [user]); }
      `,
    },
  },
  {
    name: "another function by call",
    files: {
      "halo.ts": `
        export async function syncUser(user) { ha.identify(user.id); }
        export function name(user) { return user.name; }
      `,
      "job.ts": `
        import { name } from "./halo";
        for (const u of users) console.log(name.call(null, u));
      `,
    },
  },
  {
    name: "another member of objects that are put together",
    files: {
      "halo.ts": wrapper,
      "job.ts": `
        import { syncUser } from "./halo";
        const handlers = Object.assign({}, { save: async (u) => db.save(u) }, { onLogin: syncUser });
        for (const u of users) await handlers.save(u);
      `,
    },
  },
  {
    name: "a member of an object that is not exported",
    files: {
      "halo.js": `
        const own = {}; own.push = (u) => ha.identify(u.id); Object.assign(own, { send: own.push });
        exports.other = (u) => save(u);
      `,
      "job.js": `const { push, send } = require("./halo"); for (const u of users) { push(u); send(u); }`,
    },
  },
  {
    name: "another member that is assigned",
    files: {
      "halo.ts": wrapper,
      "svc.ts": `
        import { syncUser } from "./halo";
        export const svc = {}; svc.onLogin = syncUser; svc.save = async (u) => db.save(u);
      `,
      "job.ts": `
        import { svc } from "./svc";
        for (const u of users) await svc.save(u);
      `,
    },
  },
];

/** Ways by which frameworks and types hand a function on. */
export const frameworkForms: readonly FilesCase[] = [
  {
    name: "a context that another file provides the SDK for",
    files: {
      "halo-context.ts": `
        import { createContext, useContext } from "react";
        export const HaloContext = createContext(null);
        export const useHalo = () => useContext(HaloContext);
      `,
      "halo-provider.tsx": `
        import { HaloContext } from "./halo-context";
        export function HaloProvider({ children }) {
          const ha = useMemo(() => HaloAgents.getInstance(), []);
          return <HaloContext.Provider value={ha}>{children}</HaloContext.Provider>;
        }
      `,
      "admin.tsx": `
        import { useHalo } from "./halo-context";
        export function Admin({ users }) {
          const halo = useHalo();
          return <button onClick={() => users.forEach((u) => «halo.identify(u.id, { plan: u.plan })»)}>Sync</button>;
        }
      `,
    },
  },
  {
    name: "a context that another file provides functions for",
    files: {
      "halo-context.ts": `
        import { createContext, useContext } from "react";
        export const HaloContext = createContext(undefined);
        export function useHalo() { const v = useContext(HaloContext); if (!v) throw new Error("x"); return v; }
      `,
      "halo-provider.tsx": `
        import { HaloContext } from "./halo-context";
        export function HaloProvider({ children }) {
          const identify = useCallback((user) => { HaloAgents.getInstance()?.identify(user.id, user); }, []);
          return <HaloContext.Provider value={{ identify }}>{children}</HaloContext.Provider>;
        }
      `,
      "admin.tsx": `
        import { useHalo } from "./halo-context";
        export function Admin({ users }) {
          const { identify } = useHalo();
          const sync = async () => { for (const u of users) «identify(u)»; };
          return <button onClick={sync}>Sync</button>;
        }
      `,
    },
  },
  {
    name: "a hook that gives a list",
    files: {
      "use-identify.ts": `
        export function useIdentify() {
          const identify = (user) => window.HaloAgents.getInstance().identify(user.id);
          return [identify];
        }
      `,
      "admin.tsx": `
        import { useIdentify } from "./use-identify";
        export function Admin({ users }) {
          const [identify] = useIdentify();
          return <button onClick={() => users.forEach((u) => «identify(u)»)} />;
        }
      `,
    },
  },
  {
    name: "a hook that gives a list as const",
    files: {
      "use-identify.ts": `
        export const useIdentify = () => {
          const [pending, setPending] = useState(false);
          const identify = useCallback(async (user: User) => { setPending(true); HaloAgents.getInstance()?.identify(user.id); setPending(false); }, []);
          return [identify, { pending }] as const;
        };
      `,
      "admin.tsx": `
        import { useIdentify } from "./use-identify";
        export function Admin({ users }) {
          const [identify, { pending }] = useIdentify();
          return <button disabled={pending} onClick={async () => { for (const u of users) await «identify(u)»; }} />;
        }
      `,
    },
  },
  {
    name: "a set-up function of a store",
    files: {
      "stores/halo.ts": `
        import { defineStore } from "pinia";
        export const useHaloStore = defineStore("halo", () => { async function sync(user: User) { ha.identify(user.id); } return { sync }; });
      `,
      "Admin.vue": `
        <script setup lang="ts">
        import { useHaloStore } from "./stores/halo";
        const { sync } = useHaloStore();
        async function all(users: User[]) { await Promise.all(«users.map(sync)»); }
        </script>
      `,
    },
  },
  {
    name: "an action of a store",
    files: {
      "stores/halo.ts": `
        import { defineStore } from "pinia";
        export const useHaloStore = defineStore("halo", { state: () => ({ n: 0 }), actions: { async sync(user: User) { ha.identify(user.id); this.n++; } } });
      `,
      "Admin.vue": `
        <script setup lang="ts">
        import { useHaloStore } from "./stores/halo";
        const halo = useHaloStore();
        async function all(users: User[]) { for (const u of users) await «halo.sync(u)»; }
        </script>
      `,
    },
  },
  {
    name: "jsconfig paths",
    files: {
      "jsconfig.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }`,
      "src/lib/halo.js": wrapper,
      "src/jobs/job.js": `
        import { syncUser } from "@/lib/halo";
        for (const u of users) await «syncUser(u)»;
      `,
    },
  },
  {
    name: "a dependency with a type of its own",
    files: {
      "halo.ts": `export class HaloClient { async push(user: User) { ha.identify(user.id); } }`,
      "job.ts": `
        import type { HaloClient } from "./halo";
        interface Deps { halo: HaloClient; db: Db }
        export async function run({ halo, db }: Deps) { for (const u of await db.users()) await «halo.push(u)»; }
      `,
    },
  },
];
