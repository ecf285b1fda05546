import type { FindCase } from "./find-case.js";

const shebang = "batch: the file starts with a shebang";
const argv = "batch: the file reads process.argv";

/** Calls outside any loop in server-side batches, and those that serve one live user. */
export const batchContextCases: readonly FindCase[] = [
  // Shebang.
  {
    name: "a shebang",
    code: `#!/usr/bin/env node
const user = await db.users.findOne(id);
«ha.identify(user.id)»;
`,
    finds: [shebang],
  },
  {
    name: "a shebang in TypeScript",
    path: "src/sync.ts",
    code: `#!/usr/bin/env -S npx tsx
async function main(): Promise<void> { «ha.identify(id)»; }
void main();
`,
    finds: [shebang],
  },
  {
    name: "a shebang and REST",
    code: `#!/usr/bin/env node
await «fetch("https://api.haloagents.ai/api/sdk/users/identify", { method: "POST", body: JSON.stringify({ user_id: id }) })»;
`,
    finds: [shebang],
  },
  {
    name: "a comment that only looks like a shebang",
    code: `// #!/usr/bin/env node\nha.identify(me.id);`,
  },

  // Folders.
  {
    name: "scripts/",
    path: "scripts/backfill.js",
    code: `«ha.identify(id)»;`,
    finds: ["batch: the file is under scripts/"],
  },
  {
    name: "a folder deep in the project",
    path: "packages/api/src/jobs/nightly/users.ts",
    code: `export async function run(): Promise<void> { «ha.identify(id)»; }`,
    finds: ["batch: the file is under jobs/"],
  },
  {
    name: "cron/",
    path: "cron/users.js",
    code: `«ha.identify(id)»;`,
    finds: ["batch: the file is under cron/"],
  },
  {
    name: "migrations/",
    path: "db/migrations/0001.cjs",
    code: `exports.up = async () => { «ha.identify(id)»; };`,
    finds: ["batch: the file is under migrations/"],
  },
  {
    name: "seeds/",
    path: "seeds/users.mjs",
    code: `«ha.identify(id)»;`,
    finds: ["batch: the file is under seeds/"],
  },
  {
    name: "Windows' separators",
    path: "packages\\api\\scripts\\backfill.js",
    code: `«ha.identify(id)»;`,
    finds: ["batch: the file is under scripts/"],
  },
  {
    name: "settings.batchPaths",
    path: "src/maintenance/users.js",
    settings: { batchPaths: ["maintenance"] },
    code: `«ha.identify(id)»;`,
    finds: ["batch: the file is under maintenance/"],
  },
  {
    name: "a folder whose name only contains one",
    path: "manuscripts/a.js",
    code: `ha.identify(id);`,
  },
  { name: "a file named like a folder", path: "src/scripts.js", code: `ha.identify(id);` },
  {
    name: "names of Object.prototype as folders",
    path: "src/constructor/toString/__proto__/a.js",
    code: `ha.identify(id);`,
  },
  {
    name: "several signs",
    path: "scripts/sync.js",
    code: `#!/usr/bin/env node
«ha.identify(process.argv[2])»;
`,
    finds: [
      "batch: the file starts with a shebang, the file is under scripts/, the file reads process.argv",
    ],
  },

  // Command lines.
  {
    name: "process.argv",
    code: `const [, , id] = process.argv; const user = await load(id); «ha.identify(user.id)»;`,
    finds: [argv],
  },
  {
    name: "process.argv by an imported process",
    code: `import process from "node:process"; «ha.identify(process.argv[2])»;`,
    finds: [argv],
  },
  {
    name: "process.argv by a named import",
    code: `import { argv } from "node:process"; «ha.identify(argv[2])»;`,
    finds: [argv],
  },
  {
    name: "argv taken from process by destructuring",
    code: `const { argv } = process; «ha.identify(argv[2])»;`,
    finds: [argv],
  },
  {
    name: "globalThis.process and a computed key",
    code: `«ha.identify(globalThis.process["argv"][2])»;`,
    finds: [argv],
  },
  {
    name: "parseArgs",
    code: `import { parseArgs } from "node:util"; const { values } = parseArgs({ options }); «ha.identify(values.user)»;`,
    finds: ["batch: the file reads its command line by node:util"],
  },
  {
    name: "commander",
    code: `import { program } from "commander"; program.argument("<id>").action((id) => { «ha.identify(id)»; }); program.parse();`,
    finds: ["batch: the file reads its command line by commander"],
  },
  {
    name: "yargs by require",
    path: "src/sync.cjs",
    code: `const yargs = require("yargs/yargs"); const args = yargs().parse(); «ha.identify(args.user)»;`,
    finds: ["batch: the file reads its command line by yargs"],
  },
  {
    name: "another object's argv",
    code: `function f(process) { ha.identify(process.argv[2]); } f(options);`,
  },
  {
    name: "another module's parseArgs",
    code: `import { parseArgs } from "./query.js"; ha.identify(parseArgs(location).user);`,
  },
  {
    name: "a server that reads process.argv for its port",
    code: `
const port = Number(process.argv[2]);
app.post("/signup", async (req, res) => { const user = await create(req.body); ha.identify(user.id); res.json(user); });
app.listen(port);
`,
  },

  // Schedules.
  {
    name: "node-cron",
    code: `import cron from "node-cron"; cron.schedule("0 3 * * *", async () => { «ha.identify(await nextId())»; });`,
    finds: ["batch: it runs on a schedule, by schedule()"],
  },
  {
    name: "node-schedule",
    code: `scheduleJob("0 3 * * *", () => «ha.identify(id)»);`,
    finds: ["batch: it runs on a schedule, by scheduleJob()"],
  },
  {
    name: "new CronJob",
    code: `new CronJob("0 3 * * *", function () { «ha.identify(id)»; }, null, true);`,
    finds: ["batch: it runs on a schedule, by CronJob()"],
  },
  {
    name: "setInterval in a server",
    code: `setInterval(async () => { const user = await db.stalest(); «ha.identify(user.id)»; }, 60_000);`,
    finds: ["batch: it runs on a schedule, by setInterval()"],
  },
  {
    name: "a named function that a schedule runs",
    code: `async function nightly() { «ha.identify(await stalest())»; } cron.schedule("0 3 * * *", nightly);`,
    finds: ["batch: it runs on a schedule, by schedule(), a function's name says nightly"],
  },
  {
    name: "a function that a scheduled callback calls",
    code: `async function refresh() { «ha.identify(await stalest())»; } cron.schedule("0 3 * * *", () => refresh());`,
    finds: ["batch: it runs on a schedule, by schedule()"],
  },
  {
    name: "a schedule per user",
    code: `for (const user of users) cron.schedule(user.time, () => «ha.identify(user.id)»);`,
    finds: ["batch: it runs on a schedule, by schedule()"],
  },
  {
    name: "the scheduled handler of a Cloudflare worker",
    code: `export default { async scheduled(event, env) { «ha.identify(await stalest(env))»; } };`,
    finds: ["batch: it runs on a schedule, by scheduled()"],
  },
  {
    name: "a typed one",
    path: "src/worker.ts",
    code: `export default { scheduled: async (_controller, env) => { «ha.identify(await stalest(env))»; } } satisfies ExportedHandler<Env>;`,
    finds: ["batch: it runs on a schedule, by scheduled()"],
  },
  {
    name: "the other handlers of such a worker",
    code: `export default { async fetch(request) { ha.identify(request.headers.get("user")); }, async scheduled() { await purge(); } };`,
  },
  {
    name: "a member of that name in another object",
    code: `bookings.on({ scheduled: (booking) => ha.identify(booking.userId) });`,
  },
  {
    name: "a limiter's schedule",
    code: `limiter.schedule(() => ha.identify(me.id));`,
  },
  {
    name: "a function that both a schedule and a request handler call",
    code: `
async function refresh(user) { ha.identify(user.id); }
cron.schedule("0 3 * * *", async () => refresh(await stalest()));
app.post("/in", async (req, res) => { await refresh(req.user); res.end(); });
`,
  },
  {
    name: "a method that a schedule runs",
    code: `
class Nightly {
  async run() { «ha.identify(await stalest())»; }
  start() { cron.schedule("0 3 * * *", () => this.run()); }
}
`,
    finds: ["batch: it runs on a schedule, by schedule()"],
  },
  {
    name: "a command line's login",
    code: `import { program } from "commander"; program.command("login").action(async () => { const user = await open(); ha.identify(user.id); });`,
  },
  {
    name: "a request handler beside a schedule",
    code: `cron.schedule("0 3 * * *", () => clean()); app.post("/in", (req, res) => { ha.identify(req.user.id); });`,
  },
  {
    name: "scheduling one message for the live user",
    code: `export async function welcome(user) { await mailer.schedule(user.email, "welcome"); ha.identify(user.id); }`,
  },
  {
    name: "a request handler that schedules",
    code: `app.post("/in", (req, res) => { queue.schedule(() => ha.identify(req.user.id)); res.end(); });`,
  },

  // Live users.
  {
    name: "a signup handler",
    code: `export async function signUp(form) { const user = await db.users.create(form); ha.identify(user.id, { name: user.name }); }`,
  },
  {
    name: "a signup handler by REST",
    code: `
app.post("/signup", async (req, res) => {
  const user = await db.users.create(req.body);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: \`Bearer \${process.env.HALO_KEY}\` },
    body: JSON.stringify({ user_id: user.id, traits: { name: user.name, signed_up_at: user.createdAt } }),
  });
  res.status(201).json(user);
});
`,
  },
  {
    name: "a signup handler in a file with a shebang",
    code: `#!/usr/bin/env node
const server = createServer(async (req, res) => { ha.identify((await signUp(req)).id); res.end(); });
server.listen(process.argv[2]);
`,
  },
  {
    name: "a signup handler in a folder named jobs, of a job board",
    path: "app/jobs/apply/route.ts",
    code: `export async function POST(request: Request) { const user = await register(request); ha.identify(user.id); return Response.json(user); }`,
  },
  {
    name: "Next.js' handler",
    path: "pages/api/jobs/signup.js",
    code: `export default async function handler(req, res) { ha.identify(req.body.id); res.status(200).end(); }`,
  },
  {
    name: "Fastify, Koa, Hono",
    path: "jobs/app.js",
    code: `
fastify.post("/a", async (request, reply) => { ha.identify(request.user.id); });
koa.use(async (ctx) => { ha.identify(ctx.state.user.id); });
hono.get("/b", (c) => { ha.identify(c.get("user").id); return c.text("ok"); });
fastify.route({ method: "POST", url: "/c", handler: async ({ user }) => { ha.identify(user.id); } });
`,
  },
  {
    name: "handlers whose first parameter is destructured",
    path: "jobs/app.js",
    code: `
app.post("/a", async ({ user }, reply) => { ha.identify(user.id); });
export const load = async ({ locals, request }) => { ha.identify(locals.user.id); };
export const action = async ({ request }) => { ha.identify((await read(request)).id); };
`,
  },
  {
    name: "auth callbacks",
    path: "jobs/auth.js",
    code: `
export const auth = NextAuth({ events: { async signIn({ user }) { ha.identify(user.id); } }, callbacks: { onLogin: (u) => ha.identify(u.id) } });
export const afterSignUp = async (user) => { ha.identify(user.id); };
emitter.on("user.registered", (user) => { ha.identify(user.id); });
`,
  },
  {
    name: "queue workers and webhooks that handle one live user's event",
    path: "jobs/worker.js",
    code: `
new Worker("signups", async (job) => { ha.identify(job.data.userId); });
consumer.run({ eachMessage: async ({ message }) => { ha.identify(String(message.value)); } });
export async function handler(event) { ha.identify(event.detail.userId); }
export async function onWebhook(payload) { ha.identify(payload.user.id); }
`,
  },
  {
    name: "a plain module",
    code: `export function track(user) { ha.identify(user.id); }`,
  },
  {
    name: "a plain program",
    code: `const ha = HaloAgents.init({ orgId, apiKey }); ha.identify(me.id);`,
  },
  {
    name: "a loop in a batch is found as a loop",
    path: "scripts/backfill.js",
    code: `#!/usr/bin/env node
for (const u of users) «ha.identify(u.id)»;
`,
    finds: ["for…of"],
  },
  {
    name: "a retry in a batch is no loop over users, but a batch",
    path: "scripts/one.js",
    code: `for (let i = 0; i < 3; i++) { try { «ha.identify(id)»; break; } catch { await sleep(i); } }`,
    finds: ["batch: the file is under scripts/"],
  },
  {
    name: "other vendors in a batch",
    path: "scripts/one.js",
    code: `analytics.identify(id); posthog.identify({ distinctId: id }); ha.identifyCompany(id);`,
  },
];
