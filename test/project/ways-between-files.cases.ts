/** A program of several files; each expected finding stands between « and ». */
export interface FilesCase {
  name: string;
  files: Readonly<Record<string, string>>;
}

const wrapper = `
  export async function syncUser(user) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      body: JSON.stringify({ user_id: user.id, traits: { plan: user.plan } }),
    });
  }
`;
const loop = "for (const user of users) «syncUser(user)»;";

/** Ways by which one file reaches another's function that identifies. */
export const wrapperWays: readonly FilesCase[] = [
  {
    name: "a named import",
    files: { "halo.js": wrapper, "sync.js": `import { syncUser } from "./halo.js"; ${loop}` },
  },
  {
    name: "a renamed import",
    files: {
      "halo.js": wrapper,
      "sync.js": `import { syncUser as push } from "./halo"; users.forEach((user) => «push(user)»);`,
    },
  },
  {
    name: "handed over by name",
    files: {
      "halo.js": wrapper,
      "sync.js": `import { syncUser } from "./halo"; await Promise.all(«users.map(syncUser)»);`,
    },
  },
  {
    name: "a default export, imported under another name",
    files: {
      "lib/halo-sync.js": `export default async (user) => ha.identify(user.id);`,
      "sync.js": `import push from "./lib/halo-sync"; for (const user of users) await «push(user)»;`,
    },
  },
  {
    name: "a namespace",
    files: {
      "halo.js": wrapper,
      "sync.js": `import * as halo from "./halo.js"; for (const user of users) «halo.syncUser(user)»;`,
    },
  },
  {
    name: "a barrel with a star",
    files: {
      "halo/users.js": wrapper,
      "halo/index.js": `export * from "./users.js";`,
      "sync.js": `import { syncUser } from "./halo"; ${loop}`,
    },
  },
  {
    name: "a barrel that renames, and one that names a namespace",
    files: {
      "halo/users.js": wrapper,
      "halo/index.js": `export { syncUser as push } from "./users.js";`,
      "lib.js": `export * as halo from "./halo/index.js";`,
      "sync.js": `import { halo } from "./lib.js"; for (const user of users) «halo.push(user)»;`,
    },
  },
  {
    name: "a barrel that imports and exports",
    files: {
      "users.js": wrapper,
      "halo.js": `import { syncUser } from "./users"; export { syncUser };`,
      "sync.js": `import { syncUser } from "./halo"; ${loop}`,
    },
  },
  {
    name: "barrels that export each other",
    files: {
      "a.js": `export * from "./b"; export * from "./halo";`,
      "b.js": `export * from "./a";`,
      "halo.js": wrapper,
      "sync.js": `import { syncUser } from "./b"; ${loop}`,
    },
  },
  {
    name: "module.exports of an object",
    files: {
      "halo.js": `const push = (user) => ha.identify(user.id); module.exports = { push };`,
      "sync.js": `const { push } = require("./halo"); for (const user of users) «push(user)»;`,
    },
  },
  {
    name: "module.exports of a function",
    files: {
      "halo.js": `module.exports = (user) => ha.identify(user.id);`,
      "sync.js": `const push = require("./halo"); users.map((user) => «push(user)»);`,
    },
  },
  {
    name: "exports.name, required whole",
    files: {
      "halo.js": `exports.push = async function (user) { ha.identify(user.id); };`,
      "sync.js": `const halo = require("./halo"); for (const user of users) «halo.push(user)»;`,
    },
  },
  {
    name: "CommonJS imported as an ES module",
    files: {
      "halo.cjs": `module.exports = { push: (user) => ha.identify(user.id) };`,
      "sync.mjs": `import halo from "./halo.cjs"; for (const user of users) «halo.push(user)»;`,
    },
  },
  {
    name: "a dynamic import",
    files: {
      "halo.js": wrapper,
      "sync.js": `const { syncUser } = await import("./halo.js"); ${loop}`,
    },
  },
  {
    name: "a wrapper of a wrapper, each in its file",
    files: {
      "halo.js": wrapper,
      "crm.js": `import { syncUser } from "./halo"; export const push = (row) => syncUser(row.user);`,
      "jobs.js": `import { push } from "./crm"; export function one(row) { if (row.user) return push(row); }`,
      "sync.js": `import { one } from "./jobs"; for (const row of rows) «one(row)»;`,
    },
  },
  {
    name: "a wrapper that branches",
    files: {
      "halo.js": `
        export function track(user, live) {
          if (live) return ha.identify(user.id);
          queue.add(user);
        }
      `,
      "sync.js": `import { track } from "./halo"; for (const user of users) «track(user, true)»;`,
    },
  },
  {
    name: "files that import each other",
    files: {
      "a.js": `
        import { pause } from "./b";
        export async function push(user) { await pause(); ha.identify(user.id); }
      `,
      "b.js": `
        import { push } from "./a";
        export const pause = () => new Promise((done) => setTimeout(done, 10));
        export const pushLater = (user) => pause().then(() => push(user));
      `,
      "sync.js": `import { pushLater } from "./b"; for (const user of users) «pushLater(user)»;`,
    },
  },
  {
    name: "TypeScript sources, imported as what they are built to",
    files: {
      "halo.ts": `export const push = (id: string) => ha.identify(id);`,
      "sync.ts": `import { push } from "./halo.js"; for (const { id } of users) «push(id)»;`,
    },
  },
  {
    name: "tsconfig paths",
    files: {
      "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
      "src/lib/halo.ts": `export const push = (id: string) => ha.identify(id);`,
      "src/jobs/sync.ts": `import { push } from "@/lib/halo"; for (const { id } of users) «push(id)»;`,
    },
  },
  {
    name: "imports of package.json",
    files: {
      "package.json": `{ "imports": { "#halo": "./src/halo.js" } }`,
      "src/halo.js": `export default (user) => ha.identify(user.id);`,
      "src/sync.js": `import push from "#halo"; for (const user of users) «push(user)»;`,
    },
  },
  {
    name: "exports of a workspace's package that is not linked",
    files: {
      "package.json": `{ "workspaces": ["packages/*"] }`,
      "packages/halo/package.json": `{ "name": "@acme/halo", "exports": { "./users": "./src/people.js" } }`,
      "packages/halo/src/people.js": wrapper,
      "packages/jobs/package.json": `{ "name": "@acme/jobs" }`,
      "packages/jobs/sync.js": `import { syncUser } from "@acme/halo/users"; ${loop}`,
    },
  },
  {
    name: "a workspace's package whose exports are not built yet",
    files: {
      "pnpm-workspace.yaml": `packages: ["packages/*"]`,
      "package.json": `{ "name": "acme" }`,
      "packages/halo/package.json": `{ "name": "@acme/halo", "exports": "./dist/index.js" }`,
      "packages/halo/src/index.ts": `export const push = (id: string) => ha.identify(id);`,
      "packages/jobs/package.json": `{ "name": "@acme/jobs" }`,
      "packages/jobs/sync.ts": `import { push } from "@acme/halo"; ids.forEach((id) => «push(id)»);`,
    },
  },
  {
    name: "a class and an instance of it made elsewhere",
    files: {
      "client.js": `export class HaloClient { push(user) { ha.identify(user.id); } }`,
      "services.js": `import { HaloClient } from "./client"; export const halo = new HaloClient();`,
      "sync.js": `import { halo } from "./services"; for (const user of users) «halo.push(user)»;`,
    },
  },
  {
    name: "a class that inherits from another file's",
    files: {
      "base.js": `export class Base { push(user) { ha.identify(user.id); } }`,
      "sync.js": `
        import { Base } from "./base";
        class Sync extends Base {
          run(users) { for (const user of users) «this.push(user)»; }
        }
      `,
    },
  },
  {
    name: "a class that is injected",
    files: {
      "halo.service.ts": `
        @Injectable()
        export class HaloService { async push(id: string) { ha.identify(id); } }
      `,
      "sync.service.ts": `
        import { HaloService } from "./halo.service";
        @Injectable()
        export class SyncService {
          constructor(private readonly halo: HaloService) {}
          async run(users: User[]) { for (const { id } of users) await «this.halo.push(id)»; }
        }
      `,
    },
  },
  {
    name: "a client that a function makes",
    files: {
      "client.js": `
        export function createClient(key) {
          return { users: { push: (user) => ha.identify(user.id) }, key };
        }
      `,
      "sync.js": `
        import { createClient } from "./client";
        const client = createClient("k");
        for (const user of users) «client.users.push(user)»;
      `,
    },
  },
  {
    name: "a hook that gives a function",
    files: {
      "use-halo.ts": `
        export function useHalo() {
          const push = useCallback((user: User) => ha.identify(user.id), []);
          return { push };
        }
      `,
      "button.tsx": `
        import { useHalo } from "./use-halo";
        export function Button({ users }) {
          const { push } = useHalo();
          return <button onClick={() => users.forEach((user) => «push(user)»)}>Sync</button>;
        }
      `,
    },
  },
  {
    name: "a component of Vue",
    files: {
      "halo.js": wrapper,
      "Sync.js": `import { syncUser } from "./halo"; export default { methods: { all() { ${loop} } } };`,
    },
  },
];

/** Ways by which one file reaches what another says of the SDK, of a route or of an iteration. */
export const valueWays: readonly FilesCase[] = [
  {
    name: "an instance",
    files: {
      "halo.js": `export const agent = HaloAgents.init({ orgId: "o", apiKey: "k" });`,
      "sync.js": `import { agent } from "./halo"; for (const user of users) «agent.identify(user.id)»;`,
    },
  },
  {
    name: "a function that gives the instance",
    files: {
      "halo.js": `let agent; export const getAgent = () => (agent ??= window.HaloAgents.getInstance());`,
      "sync.js": `import { getAgent } from "./halo"; for (const user of users) «getAgent().identify(user.id)»;`,
    },
  },
  {
    name: "a context and its hook",
    files: {
      "context.tsx": `
        export const AgentContext = createContext(null);
        export const Agent = ({ children }) => (
          <AgentContext.Provider value={HaloAgents.getInstance()}>{children}</AgentContext.Provider>
        );
        export const useAgent = () => useContext(AgentContext);
      `,
      "button.tsx": `
        import { useAgent } from "./context";
        export function Button({ users }) {
          const agent = useAgent();
          return <button onClick={() => users.forEach((user) => «agent.identify(user.id)»)} />;
        }
      `,
    },
  },
  {
    name: "a context that is typed, in a file of its own",
    files: {
      "context.ts": `export const AgentContext = createContext<HaloAgentsInstance | null>(null);`,
      "button.tsx": `
        import { AgentContext } from "./context";
        export function Button({ users }) {
          const agent = useContext(AgentContext);
          return <button onClick={() => users.forEach((user) => «agent.identify(user.id)»)} />;
        }
      `,
    },
  },
  {
    name: "a field of a class",
    files: {
      "client.ts": `export class Client { readonly agent = HaloAgents.getInstance(); }`,
      "sync.ts": `
        import { Client } from "./client";
        const { agent } = new Client();
        for (const { id } of users) «agent.identify(id)»;
      `,
    },
  },
  {
    name: "a URL",
    files: {
      "urls.js": `export const IDENTIFY_URL = "https://api.haloagents.ai/api/sdk/users/identify";`,
      "sync.js": `
        import { IDENTIFY_URL } from "./urls";
        for (const user of users) {
          await «fetch(IDENTIFY_URL, { method: "POST", body: JSON.stringify({ user_id: user.id }) })»;
        }
      `,
    },
  },
  {
    name: "a route in a table, and a function that builds the URL",
    files: {
      "routes.ts": `export const routes = { users: { identify: "/api/sdk/users/identify" } } as const;`,
      "url.ts": `export const url = (path: string) => \`\${process.env.HALO_URL}\${path}\`;`,
      "sync.ts": `
        import { routes } from "./routes";
        import { url } from "./url";
        for (const user of users) {
          await «fetch(url(routes.users.identify), { method: "POST", body: JSON.stringify({ user_id: user.id }) })»;
        }
      `,
    },
  },
  {
    name: "an HTTP client with a base URL",
    files: {
      "http.js": `import axios from "axios"; export const api = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });`,
      "sync.js": `
        import { api } from "./http";
        for (const user of users) await «api.post("/users/identify", { user_id: user.id })»;
      `,
    },
  },
  {
    name: "an iteration",
    files: {
      "each.js": `export async function eachUser(fn) { for await (const user of cursor) await fn(user); }`,
      "sync.js": `import { eachUser } from "./each"; await eachUser((user) => «ha.identify(user.id)»);`,
    },
  },
  {
    name: "an iteration and a wrapper",
    files: {
      "each.js": `export const eachUser = (fn) => Promise.all(users.map(fn));`,
      "halo.js": wrapper,
      "sync.js": `
        import { eachUser } from "./each";
        import { syncUser } from "./halo";
        await «eachUser(syncUser)»;
      `,
    },
  },
];

/** Programs whose files have something to do with each other, and nothing once per user. */
export const nearMisses: readonly FilesCase[] = [
  {
    name: "a wrapper with the same name from a package",
    files: {
      "halo.js": wrapper,
      "sync.js": `import { syncUser } from "@vendor/crm"; for (const user of users) syncUser(user);`,
    },
  },
  {
    name: "a wrapper with the same name from another file",
    files: {
      "halo.js": wrapper,
      "crm.js": `export async function syncUser(user) { await crm.save(user); }`,
      "sync.js": `import { syncUser } from "./crm"; for (const user of users) await syncUser(user);`,
    },
  },
  {
    name: "another function of the wrapper's file",
    files: {
      "halo.js": `${wrapper} export function describe(user) { return user.name; }`,
      "sync.js": `import { describe } from "./halo"; for (const user of users) print(describe(user));`,
    },
  },
  {
    name: "one live user",
    files: {
      "halo.js": wrapper,
      "login.js": `
        import { syncUser } from "./halo";
        app.post("/login", async (req, res) => { await syncUser(req.user); res.end(); });
      `,
    },
  },
  {
    name: "a retry around one user",
    files: {
      "halo.js": wrapper,
      "retry.js": `
        export async function retry(fn, times = 3) {
          for (let i = 0; i < times; i++) try { return await fn(i); } catch (error) { log(error); }
        }
      `,
      "login.js": `
        import { syncUser } from "./halo";
        import { retry } from "./retry";
        export const onLogin = (user) => retry(() => syncUser(user));
      `,
    },
  },
  {
    name: "one user for every vendor",
    files: {
      "halo.js": wrapper,
      "vendors.js": `
        import { syncUser } from "./halo";
        export const vendors = [{ identify: syncUser }];
      `,
      "login.js": `
        import { vendors } from "./vendors";
        export function login(user) { for (const vendor of vendors) vendor.identify(user); }
      `,
    },
  },
  {
    name: "a wrapper that identifies the session's user, whatever it is given",
    files: {
      "halo.js": `export const seen = (page) => ha.identify(session.user.id, { page });`,
      "pages.js": `import { seen } from "./halo"; for (const page of pages) seen(page);`,
    },
  },
  {
    name: "a listener for each button",
    files: {
      "halo.js": wrapper,
      "buttons.js": `
        import { syncUser } from "./halo";
        for (const button of buttons) button.addEventListener("click", (event) => syncUser(event.detail));
      `,
    },
  },
  {
    name: "an update call behind the same kind of wrapper",
    files: {
      "halo.js": `
        export const update = (users) => fetch("https://api.haloagents.ai/api/sdk/users/update", {
          method: "POST", body: JSON.stringify({ users, update_only: true, user_token: sign() }),
        }); // not identify
      `,
      "sync.js": `import { update } from "./halo"; for (const batch of batches) await update(batch);`,
    },
  },
  {
    name: "a wrapper that loops itself is reported where it loops",
    files: {
      "halo.js": `export function all(users) { for (const user of users) «ha.identify(user.id)»; }`,
      "sync.js": `import { all } from "./halo"; for (const team of teams) all(team.users);`,
    },
  },
];
