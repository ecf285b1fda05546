import type { EvidenceId } from "../../../src/find/batch-evidence/evidence.js";
import type { FindCase } from "../find-case.js";
import { liveEvidenceCases } from "./live-evidence.cases.js";

/** Programs that a row of the table decides, and programs that look like it but are not what it means. */
export interface RowCases {
  applies: readonly FindCase[];
  ignores: readonly FindCase[];
}

const script = { by: "npm-script", says: 'the npm script "halo" runs the file' } as const;
const binary = { by: "bin", says: 'the bin "halo" is the file' } as const;
const vercel = {
  by: "vercel-cron",
  says: "vercel.json runs the route on a schedule",
} as const;
const bySchedule = (name: string): string[] => [`batch: it runs on a schedule, by ${name}()`];
const named = (name: string): string[] => [`batch: its job or queue is named ${name}`];

/** The compiler demands cases for every row. */
export const batchEvidenceCases = {
  ...liveEvidenceCases,
  shebang: {
    applies: [
      {
        name: "a program",
        code: `#!/usr/bin/env node\nawait «ha.identify(await ownerId())»;`,
        finds: ["batch: the file starts with a shebang"],
      },
    ],
    ignores: [{ name: "a comment", code: `// #!/usr/bin/env node\nha.identify(me.id);` }],
  },
  path: {
    applies: [
      {
        name: "a folder that says backfill",
        path: "src/halo-backfill/owner.ts",
        code: `export async function run(): Promise<void> { «ha.identify(await ownerId())»; }`,
        finds: ["batch: the file's path says backfill"],
      },
      {
        name: "a seed",
        path: "src/db/seed.ts",
        code: `const user = await db.insert(demo); «ha.identify(user.id)»;`,
        finds: ["batch: the file is named seed"],
      },
    ],
    ignores: [
      {
        name: "a folder that only sounds like it",
        path: "src/backfilling/a.js",
        code: `ha.identify(me.id);`,
      },
      {
        name: "the seed of a random number",
        path: "src/seed-phrase.js",
        code: `ha.identify(me.id);`,
      },
      {
        name: "a route about backfills",
        path: "src/backfill/status.ts",
        code: `export const status = (req: Request) => { ha.identify(req.user.id); };`,
      },
    ],
  },
  "command-line": {
    applies: [
      {
        name: "a command of oclif",
        path: "src/commands/plan.ts",
        code: `import { Command } from "@oclif/core"; export default class Plan extends Command { async run() { const { args } = await this.parse(Plan); «ha.identify(args.id)»; } }`,
        finds: ["batch: the file reads its command line by @oclif/core"],
      },
      {
        name: "a command of AdonisJS",
        path: "commands/plan.ts",
        code: `import { BaseCommand } from "@adonisjs/core/ace"; export default class Plan extends BaseCommand { async run() { «ha.identify(this.id)»; } }`,
        finds: ["batch: the file reads its command line by @adonisjs/core/ace"],
      },
    ],
    ignores: [
      {
        name: "another object with an argv",
        code: `import options from "./options.js"; export const start = (user) => { ha.identify(user.id, { seats: options.argv.seats }); };`,
      },
      {
        name: "the rest of AdonisJS",
        code: `import app from "@adonisjs/core/services/app"; export class Sessions { start(user) { ha.identify(user.id); } }`,
      },
    ],
  },
  "yargs-command": {
    applies: [
      {
        name: "exported members",
        path: "src/commands/plan.mjs",
        code: `export const command = "plan <user>"; export const describe = "Sets it"; export async function handler(argv) { «ha.identify(argv.user)»; }`,
        finds: ["batch: it handles a command of yargs"],
      },
      {
        name: "CommonJS",
        path: "src/commands/plan.cjs",
        code: `exports.command = "plan <user>"; exports.builder = {}; exports.handler = async (argv) => { «ha.identify(argv.user)»; };`,
        finds: ["batch: it handles a command of yargs"],
      },
      {
        name: "one object",
        path: "src/commands/plan.cjs",
        code: `module.exports = { command: "plan <user>", describe: "Sets it", async handler(argv) { «ha.identify(argv.user)»; } };`,
        finds: ["batch: it handles a command of yargs"],
      },
    ],
    ignores: [
      {
        name: "a Lambda",
        code: `export const command = "noop"; export async function handler(input) { ha.identify(input.user); }`,
      },
    ],
  },
  "npm-script": {
    applies: [
      {
        name: "a program",
        code: `«ha.identify(await ownerId())»;`,
        launchers: [script],
        finds: ['batch: the npm script "halo" runs the file'],
      },
    ],
    ignores: [
      {
        name: "a server",
        code: `app.post("/signup", async (req, res) => { ha.identify((await create(req.body)).id); res.end(); });`,
        launchers: [script],
      },
    ],
  },
  bin: {
    applies: [
      {
        name: "a program",
        code: `export async function main() { «ha.identify(await ownerId())»; }`,
        launchers: [binary],
        finds: ['batch: the bin "halo" is the file'],
      },
    ],
    ignores: [
      {
        name: "a login",
        code: `export async function login() { const session = await browser(); ha.identify(session.userId); }`,
        launchers: [binary],
      },
    ],
  },
  "vercel-cron": {
    applies: [
      {
        name: "a route handler",
        path: "app/api/daily/route.ts",
        code: `export async function GET(request: Request) { «ha.identify(await stalest(request.url))»; return Response.json({}); }`,
        launchers: [vercel],
        finds: ["batch: vercel.json runs the route on a schedule"],
      },
      {
        name: "an API route",
        path: "pages/api/touch.js",
        code: `export default async function handler(req, res) { «ha.identify(await stalest())»; res.end(); }`,
        launchers: [vercel],
        finds: ["batch: vercel.json runs the route on a schedule"],
      },
    ],
    ignores: [
      {
        name: "the POST of the same file",
        path: "app/api/me/route.ts",
        code: `export async function POST(request: Request) { ha.identify(await userOf(request)); return Response.json({}); }`,
        launchers: [vercel],
      },
    ],
  },
  "cron-secret": {
    applies: [
      {
        name: "a route that asks for it",
        path: "app/api/touch/route.ts",
        code: `export async function GET(request: Request) { if (request.headers.get("authorization") !== \`Bearer \${process.env.CRON_SECRET}\`) return deny(); «ha.identify(await stalest())»; return Response.json({}); }`,
        finds: ["batch: it asks for CRON_SECRET"],
      },
      {
        name: "Express",
        code: `app.post("/internal/touch", async (req, res) => { if (req.get("x-key") !== env.APP_CRON_KEY) return res.sendStatus(401); «ha.identify(await stalest())»; res.end(); });`,
        finds: ["batch: it asks for APP_CRON_KEY"],
      },
    ],
    ignores: [
      {
        name: "another route of the same function",
        code: `
export default async (app) => {
  app.get("/cron", async (req, res) => { if (req.query.key === process.env.CRON_SECRET) await purge(); res.end(); });
  app.post("/signup", async (req, res) => { ha.identify(req.user.id); res.end(); });
};
`,
      },
    ],
  },
  "schedule-call": {
    applies: [
      {
        name: "Firebase's scheduler",
        code: `export const touch = onSchedule("every day 03:00", async () => { «ha.identify(await stalest())»; });`,
        finds: bySchedule("onSchedule"),
      },
      {
        name: "Firebase's first generation",
        code: `exports.touch = functions.pubsub.schedule("0 3 * * *").timeZone("UTC").onRun(async () => { «ha.identify(await stalest())»; });`,
        finds: bySchedule("onRun"),
      },
      {
        name: "Deno",
        code: `Deno.cron("touch", "0 3 * * *", async () => { «ha.identify(await stalest())»; });`,
        finds: bySchedule("cron"),
      },
    ],
    ignores: [
      { name: "a limiter", code: `limiter.schedule(() => ha.identify(me.id));` },
      { name: "another onRun", code: `workbench.onRun(() => ha.identify(me.id));` },
      {
        name: "a timer that runs while a socket is open",
        code: `io.on("connection", (socket) => { setInterval(() => ha.identify(socket.data.userId), 60_000); });`,
      },
    ],
  },
  "schedule-option": {
    applies: [
      {
        name: "Inngest",
        code: `inngest.createFunction({ id: "touch" }, { cron: "0 3 * * *" }, async ({ event, step }) => { «ha.identify(await stalest())»; });`,
        finds: bySchedule("createFunction"),
      },
      {
        name: "Inngest's triggers",
        code: `inngest.createFunction({ id: "touch", triggers: [{ cron: "0 3 * * *" }] }, async ({ event }) => { «ha.identify(await stalest())»; });`,
        finds: bySchedule("createFunction"),
      },
      {
        name: "Trigger.dev, the schedule of which stands elsewhere",
        code: `export const touch = schedules.task({ id: "touch", run: async (payload) => { «ha.identify(await stalest())»; } });`,
        finds: bySchedule("task"),
      },
      {
        name: "Azure's timer, with a named handler",
        code: `async function touch(event) { «ha.identify(await stalest())»; } app.timer("touch", { schedule: "0 0 3 * * *", handler: touch });`,
        finds: bySchedule("timer"),
      },
      {
        name: "cron's factory",
        code: `CronJob.from({ cronTime: "0 3 * * *", onTick: async () => { «ha.identify(await stalest())»; }, start: true });`,
        finds: bySchedule("from"),
      },
    ],
    ignores: [
      {
        name: "a schedule that only reads like a time",
        code: `meetings.create({ schedule: "prorate(plan)", onDone: () => ha.identify(me.id) });`,
      },
      {
        name: "an event",
        code: `inngest.createFunction({ id: "touch" }, { event: "app/session.started" }, async ({ event }) => { ha.identify(event.data.userId); });`,
      },
      {
        name: "a schedule that a user has planned",
        code: `meetings.create({ schedule: form.schedule, onDone: () => ha.identify(me.id) });`,
      },
    ],
  },
  "schedule-decorator": {
    applies: [
      {
        name: "NestJS",
        path: "src/owner.service.ts",
        code: `class Owners { @Cron("0 3 * * *") async touch() { «ha.identify(await stalest())»; } }`,
        finds: ["batch: it runs on a schedule, by @Cron()"],
      },
      {
        name: "a method that such a method calls",
        path: "src/owner.service.ts",
        code: `class Owners { @Interval(60_000) async touch() { await this.one(); } async one() { «ha.identify(await stalest())»; } }`,
        finds: ["batch: it runs on a schedule, by @Interval()"],
      },
    ],
    ignores: [
      {
        name: "another method of the class",
        path: "src/owner.service.ts",
        code: `class Owners { @Cron("0 3 * * *") async purge() { await purge(); } @OnEvent("user.in") async seen(user: User) { ha.identify(user.id); } }`,
      },
    ],
  },
  "scheduled-handler": {
    applies: [
      {
        name: "Cloudflare's, declared by itself",
        code: `const scheduled = async (event, env) => { «ha.identify(await stalest(env))»; }; export default { fetch: app.fetch, scheduled };`,
        finds: bySchedule("scheduled"),
      },
      {
        name: "Lambda's type",
        path: "src/touch.ts",
        code: `export const handler: ScheduledHandler = async (event) => { «ha.identify(await stalest(event.time))»; };`,
        finds: ["batch: it handles a scheduled event"],
      },
      {
        name: "EventBridge's detail type",
        path: "src/touch.ts",
        code: `export async function handler(event: EventBridgeEvent<"Scheduled Event", unknown>) { «ha.identify(await stalest())»; }`,
        finds: ["batch: it handles a scheduled event"],
      },
      {
        name: "EventBridge's handler type",
        path: "src/touch.ts",
        code: `export const handler: EventBridgeHandler<"Scheduled Event", unknown, void> = async (event) => { «ha.identify(await stalest())»; };`,
        finds: ["batch: it handles a scheduled event"],
      },
      {
        name: "a comparison",
        code: `exports.handler = async (event) => { if (event.source !== "aws.events") return; «ha.identify(await stalest())»; };`,
        finds: ["batch: it handles a scheduled event"],
      },
    ],
    ignores: [
      {
        name: "another EventBridge event",
        path: "src/in.ts",
        code: `export const handler: EventBridgeHandler<"user.signed_up", SignedUp, void> = async ({ detail }) => { ha.identify(detail.userId); };`,
      },
      {
        name: "a member of that name in another object",
        code: `bookings.on({ scheduled: (booking) => ha.identify(booking.userId) });`,
      },
    ],
  },
  "repeated-job": {
    applies: [
      {
        name: "Agenda",
        code: `agenda.define("touch", async (job) => { «ha.identify(await stalest())»; }); agenda.every("1 day", ["touch", "purge"]);`,
        finds: ["batch: its job repeats"],
      },
      {
        name: "pg-boss, by a constant",
        code: `const queue = "touch"; await boss.schedule(queue, "0 3 * * *"); await boss.work(queue, async ([job]) => { «ha.identify(await stalest())»; });`,
        finds: ["batch: its job repeats"],
      },
      {
        name: "BullMQ's schedulers",
        code: `const queue = new Queue("touch"); await queue.upsertJobScheduler("nine", { pattern: "0 9 * * *" }); new Worker("touch", async (job) => { «ha.identify(await stalest())»; });`,
        finds: ["batch: its job repeats"],
      },
      {
        name: "Bull's repeat",
        code: `const queue = new Bull.Queue("touch"); queue.add({}, { repeat: { cron: "0 9 * * *" } }); queue.process(async (job) => { «ha.identify(await stalest())»; });`,
        finds: ["batch: its job repeats"],
      },
    ],
    ignores: [
      {
        name: "another job of the file",
        code: `agenda.define("seen", async (job) => { ha.identify(job.attrs.data.id); }); agenda.define("purge", purge); agenda.every("1 day", "purge");`,
      },
      {
        name: "a queue that gets live events, too",
        code: `const queue = new Queue("users"); queue.add("purge", {}, { repeat: { every: 1000 } }); export const seen = (user) => queue.add("seen", user); new Worker("users", async (job) => { ha.identify(job.data.id); });`,
      },
      {
        name: "every of an array",
        code: `new Worker("seen", async (job) => { if (["a"].every(ok, "seen")) return; });`,
      },
    ],
  },
  task: {
    applies: [
      {
        name: "Nitro",
        path: "server/tasks/touch.ts",
        code: `export default defineTask({ meta: { name: "touch" }, async run({ payload }) { «ha.identify(await stalest(payload))»; return {}; } });`,
        finds: ["batch: it is a task, by defineTask()"],
      },
    ],
    ignores: [
      {
        name: "a task of Trigger.dev, which code starts",
        code: `export const seen = task({ id: "seen", run: async (payload) => { ha.identify(payload.userId); } });`,
      },
    ],
  },
  "batch-job-name": {
    applies: [
      {
        name: "a queue of BullMQ",
        code: `new Worker("halo-backfill", async (job) => { «ha.identify(job.data.id)»; });`,
        finds: named("halo-backfill"),
      },
      {
        name: "a named job of Bull",
        code: `crm.process("nightlySync", 5, async (job) => { «ha.identify(job.data.id)»; });`,
        finds: named("nightlySync"),
      },
      {
        name: "an event of Inngest",
        code: `inngest.createFunction({ id: "one" }, { event: "crm/import.row" }, async ({ event }) => { «ha.identify(event.data.id)»; });`,
        finds: named("crm/import.row"),
      },
      {
        name: "a task of Trigger.dev",
        code: `export const one = task({ id: "halo-backfill", run: async (payload) => { «ha.identify(payload.id)»; } });`,
        finds: named("halo-backfill"),
      },
      {
        name: "a case of the job's name",
        code: `new Worker("users", async (job) => { switch (job.name) { case "import": «ha.identify(job.data.id)»; break; case "seen": ha.identify(job.data.id); } });`,
        finds: named("import"),
      },
      {
        name: "a comparison with the job's name",
        code: `new Worker("users", async (job) => { if (job.name === "import") «ha.identify(job.data.id)»; else ha.identify(job.data.id); });`,
        finds: named("import"),
      },
      {
        name: "NestJS' processors",
        path: "src/crm.processor.ts",
        code: `@Processor("crm-import") export class Crm extends WorkerHost { async process(job: Job) { «ha.identify(job.data.id)»; } }`,
        finds: named("crm-import"),
      },
    ],
    ignores: [
      {
        name: "a case of something else, and the case of all other names",
        code: `new Worker("users", async (job) => { switch (job.data.source) { case "import": ha.identify(job.data.id); } switch (job.name) { default: ha.identify(job.data.id); } });`,
      },
      {
        name: "a live event",
        code: `new Worker("user-signed-up", async (job) => { ha.identify(job.data.id); });`,
      },
      {
        name: "a live event in a queue that syncs",
        code: `new Worker("crm-sync", async (job) => { if (job.name === "session.started") ha.identify(job.data.id); });`,
      },
      {
        name: "words that only contain one",
        code: `new Worker("async-events", async (job) => { ha.identify(job.data.id); });`,
      },
      {
        name: "the name of an Inngest function, which is not its event",
        code: `inngest.createFunction({ id: "sync-to-halo" }, { event: "app/user.seen" }, async ({ event }) => { ha.identify(event.data.id); });`,
      },
      {
        name: "the hooks of a model",
        code: `sequelize.define("import", fields, { hooks: { afterCreate: async (user) => { ha.identify(user.id); } } });`,
      },
      {
        name: "a request's address",
        code: `app.post("/import", async (req, res) => { ha.identify(req.user.id); res.end(); });`,
      },
    ],
  },
  "backfill-name": {
    applies: [
      {
        name: "a function",
        code: `export async function backfillOwner(id) { «ha.identify(id)»; }`,
        finds: ["batch: a function's name says backfill"],
      },
      {
        name: "an export",
        code: `exports.nightly = async () => { «ha.identify(await stalest())»; };`,
        finds: ["batch: a function's name says nightly"],
      },
    ],
    ignores: [
      {
        name: "a sync of one user",
        code: `export async function syncToHalo(user) { ha.identify(user.id); }`,
      },
      {
        name: "a handler that is to backfill",
        code: `export const backfillMe = async (req, res) => { ha.identify(req.user.id); res.end(); };`,
      },
    ],
  },
  "periodic-name": {
    applies: [
      {
        name: "with a bulk read",
        code: `export async function weeklyReport() { const [top] = await prisma.user.findMany(); «ha.identify(top.id)»; }`,
        finds: ["batch: a name says weekly, it reads many rows, by findMany()"],
      },
      {
        name: "of the file",
        path: "src/daily.ts",
        code: `export async function run() { const [top] = await prisma.user.findMany(); «ha.identify(top.id)»; }`,
        finds: ["batch: a name says daily, it reads many rows, by findMany()"],
      },
    ],
    ignores: [
      {
        name: "alone",
        code: `export async function claimDailyReward(user) { ha.identify(user.id); }`,
      },
    ],
  },
  migration: {
    applies: [
      {
        name: "a migration that is given to Umzug",
        code: `export const migrations = new Umzug({ migrations: [{ name: "plan", up: async () => { «ha.identify(await first())»; } }] });`,
        finds: ["batch: it is up() of a migration"],
      },
      {
        name: "knex",
        code: `exports.up = async (knex) => { const user = await knex("users").first(); «ha.identify(user.id)»; };`,
        finds: ["batch: it is up() of a migration"],
      },
      {
        name: "a seed of knex",
        code: `export async function seed(knex) { const user = await knex("users").first(); «ha.identify(user.id)»; }`,
        finds: ["batch: it is seed() of a migration"],
      },
      {
        name: "TypeORM",
        path: "src/plan.ts",
        code: `export class Plan1 implements MigrationInterface { async up(runner: QueryRunner) { «ha.identify(await first(runner))»; } }`,
        finds: ["batch: it is up() of a migration"],
      },
      {
        name: "MikroORM",
        path: "src/plan.ts",
        code: `export class Plan1 extends Migration { async up() { «ha.identify(await first(this))»; } }`,
        finds: ["batch: it is up() of a migration"],
      },
    ],
    ignores: [
      { name: "another up", code: `export const up = (user) => { ha.identify(user.id); };` },
      { name: "another class", code: `class Lift { up(rider) { ha.identify(rider.id); } }` },
    ],
  },
  "migration-framework": {
    applies: [
      {
        name: "umzug",
        code: `import { Umzug } from "umzug"; export const migrate = async () => { «ha.identify(await first())»; };`,
        finds: ["batch: the file loads umzug"],
      },
      {
        name: "Drizzle's migrator",
        path: "src/migrate.cjs",
        code: `const { migrate } = require("drizzle-orm/node-postgres/migrator"); migrate(db).then(async () => { «ha.identify(await first())»; });`,
        finds: ["batch: the file loads drizzle-orm/node-postgres/migrator"],
      },
    ],
    ignores: [
      {
        name: "a query builder",
        code: `import knex from "knex"; export const start = async (user) => { ha.identify(user.id); };`,
      },
    ],
  },
  "bulk-read": {
    applies: [
      {
        name: "of a scheduled job",
        code: `cron.schedule("0 3 * * *", async () => { const all = await prisma.user.findMany(); «ha.identify(all[0].id)»; });`,
        finds: ["batch: it runs on a schedule, by schedule(), it reads many rows, by findMany()"],
      },
      {
        name: "at the top level",
        path: "scripts/top.mjs",
        code: `const all = await users.find().toArray(); «ha.identify(all[0].id)»;`,
        finds: ["batch: the file is under scripts/, it reads many rows, by toArray()"],
      },
    ],
    ignores: [
      {
        name: "alone",
        code: `export async function startSession(user) { const teams = await prisma.team.findMany(); ha.identify(user.id, { teams: teams.length }); }`,
      },
      {
        name: "in another function",
        path: "scripts/top.mjs",
        code: `const list = () => prisma.user.findMany(); «ha.identify(await ownerId())»;`,
        finds: ["batch: the file is under scripts/"],
      },
    ],
  },
} satisfies Record<EvidenceId, RowCases>;
