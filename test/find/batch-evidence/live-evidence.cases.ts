import type { RowCases } from "./batch-evidence.cases.js";

/** Of signs against a batch: each outweighs a sign for one, and what only looks like it does not. */
export const liveEvidenceCases = {
  "client-code": {
    applies: [
      {
        name: "a script of a website",
        path: "scripts/widget.js",
        code: `document.body.dataset.user = "in"; ha.identify(me.id);`,
      },
    ],
    ignores: [
      {
        name: "a name that the file declares",
        path: "scripts/widget.js",
        code: `import { document } from "./jsdom.js"; «ha.identify(document.id)»;`,
        finds: ["batch: the file is under scripts/"],
      },
    ],
  },
  "request-handler": {
    applies: [
      {
        name: "a server under scripts/",
        path: "scripts/server.js",
        code: `export const handle = async (req, res) => { ha.identify(req.user.id); res.end(); };`,
      },
      {
        name: "a server that an npm script runs",
        code: `createServer(async (request, response) => { ha.identify((await userOf(request)).id); response.end(); });`,
        launchers: [{ by: "npm-script", says: "an npm script runs the file" }],
      },
      {
        name: "a controller of NestJS for a board of jobs",
        path: "src/jobs/jobs.controller.ts",
        code: `@Controller("jobs") class Jobs { @Post("apply") async apply(@CurrentUser() user: User) { ha.identify(user.id); } }`,
      },
      {
        name: "a resolver of GraphQL for a board of jobs",
        path: "src/jobs/resolvers.js",
        code: `export const resolvers = { Mutation: { apply: async (parent, args, { user }) => { ha.identify(user.id); } } };`,
      },
      {
        name: "a server action for a board of jobs",
        path: "src/jobs/actions.js",
        code: `"use server"; export async function apply(form) { ha.identify((await currentUser()).id); }`,
      },
      {
        name: "a server action of its own",
        path: "src/jobs/page.js",
        code: `export async function apply(form) { "use server"; ha.identify((await currentUser()).id); }`,
      },
    ],
    ignores: [
      {
        name: "an object whose name only ends like that of resolvers",
        path: "jobs/plans.js",
        code: `export const plans = { OwnerQuery: { run: async () => { «ha.identify(await ownerId())»; } } };`,
        finds: ["batch: the file is under jobs/"],
      },
      {
        name: "an object that is no resolver",
        path: "jobs/plans.js",
        code: `export const plans = { Query: { ofOwner: 1 }, run: async () => { «ha.identify(await ownerId())»; } };`,
        finds: ["batch: the file is under jobs/"],
      },
      {
        name: "a handler elsewhere in the file",
        path: "scripts/server.js",
        code: `app.get("/", (req, res) => res.end()); «ha.identify(await ownerId())»;`,
        finds: ["batch: the file is under scripts/"],
      },
    ],
  },
  route: {
    applies: [
      {
        name: "a server that three signs say is a program",
        path: "scripts/dev-server.js",
        code: `#!/usr/bin/env node
app.post("/me", async (req, res) => { ha.identify(req.user.id); res.end(); });
app.listen(process.argv[2]);
`,
      },
    ],
    ignores: [
      {
        name: "a key in place of an address",
        path: "scripts/one.js",
        code: `settings.put("owner", await «ha.identify(await ownerId())»);`,
        finds: ["batch: the file is under scripts/"],
      },
      {
        name: "an option that starts with a slash",
        path: "scripts/one.js",
        code: `tree.walk("/users", async (user) => { «ha.identify(await ownerId(user))»; });`,
        finds: ["batch: the file is under scripts/"],
      },
    ],
  },
  "sign-up": {
    applies: [
      {
        name: "a command line's login",
        code: `import { program } from "commander"; program.command("login").action(async () => { ha.identify((await open()).id); });`,
      },
      {
        name: "a handler under jobs/",
        path: "jobs/welcome.js",
        code: `exports.afterSignUp = async (user) => { ha.identify(user.id); };`,
      },
    ],
    ignores: [
      {
        name: "an import of accounts",
        code: `import { program } from "commander"; program.command("import-account").action(async (email) => { «ha.identify((await create(email)).id)»; });`,
        finds: ["batch: the file reads its command line by commander"],
      },
    ],
  },
  "auth-callback": {
    applies: [
      {
        name: "Passport's verify callback",
        path: "jobs/passport.js",
        code: `passport.use(new GoogleStrategy(options, async (access, refresh, profile, done) => { ha.identify(profile.id); done(null, profile); }));`,
      },
      {
        name: "Better Auth's hooks",
        path: "jobs/auth.js",
        code: `export const auth = betterAuth({ databaseHooks: { user: { create: { after: async (user) => { ha.identify(user.id); } } } } });`,
      },
      {
        name: "Firebase's onCreate",
        path: "jobs/index.js",
        code: `exports.made = functions.auth.user().onCreate(async (user) => { ha.identify(user.uid); });`,
      },
      {
        name: "Supabase's exchange of a code",
        path: "jobs/callback.js",
        code: `export const callback = async (code) => { const { data } = await supabase.auth.exchangeCodeForSession(code); ha.identify(data.user.id); };`,
      },
    ],
    ignores: [
      {
        name: "another call on a user()",
        path: "jobs/index.js",
        code: `directory.user().then(async (owner) => { «ha.identify(owner.id)»; });`,
        finds: ["batch: the file is under jobs/"],
      },
      {
        name: "a document's onCreate",
        path: "jobs/index.js",
        code: `exports.made = functions.firestore.document("orders/{id}").onCreate(async (order) => { «ha.identify(order.get("user"))»; });`,
        finds: ["batch: the file is under jobs/"],
      },
    ],
  },
  "webhook-signature": {
    applies: [
      {
        name: "Stripe",
        path: "jobs/stripe.js",
        code: `export const hook = async (body, signature) => { const sent = stripe.webhooks.constructEvent(body, signature, secret); ha.identify(await userOf(sent)); };`,
      },
      {
        name: "svix",
        path: "jobs/clerk.js",
        code: `export const hook = async (body, headers) => { const sent = new Webhook(secret).verify(body, headers); ha.identify(sent.data.id); };`,
      },
      {
        name: "by hand",
        path: "jobs/paddle.js",
        code: `export const hook = async (body, given) => { if (!timingSafeEqual(given, sign(body))) return; ha.identify(JSON.parse(body).user); };`,
      },
    ],
    ignores: [
      {
        name: "another verify",
        path: "jobs/one.js",
        code: `export const run = async () => { await connection.verify(); «ha.identify(await ownerId())»; };`,
        finds: ["batch: the file is under jobs/"],
      },
    ],
  },
  "message-handler": {
    applies: [
      {
        name: "a worker under jobs/",
        path: "jobs/worker.js",
        code: `new Worker("seen", async (job) => { ha.identify(job.data.userId); });`,
      },
      {
        name: "what an event holds",
        path: "jobs/worker.js",
        code: `export const handler = async ({ detail }) => { ha.identify(detail.userId); };`,
      },
      {
        name: "a listener of NestJS",
        path: "jobs/listener.ts",
        code: `class Users { @OnEvent("user.seen") async seen(user: User) { ha.identify(user.id); } }`,
      },
    ],
    ignores: [
      {
        name: "a second parameter",
        path: "jobs/one.js",
        code: `export const run = async (db, job) => { «ha.identify(await ownerId(db, job))»; };`,
        finds: ["batch: the file is under jobs/"],
      },
    ],
  },
  "delivered-messages": {
    applies: [
      {
        name: "records of a Lambda",
        code: `exports.handler = async (input) => { for (const record of input.Records) ha.identify(JSON.parse(record.body).id); };`,
      },
      {
        name: "records under jobs/, taken apart",
        path: "jobs/in.js",
        code: `export const handler = async ({ Records }) => { await Promise.all(Records.map(async ({ body }) => { ha.identify(JSON.parse(body).id); })); };`,
      },
      {
        name: "some of the records, by a constant",
        code: `export const handler = async (input) => { const records = input.Records.filter(isNew); for (const { body } of records) ha.identify(JSON.parse(body).id); };`,
      },
      {
        name: "what the records hold, one by one",
        code: `export const handler = async (input) => { const users = input.Records.map(({ body }) => JSON.parse(body)); for (const user of users) ha.identify(user.id); };`,
      },
      {
        name: "records by their index",
        code: `export const handler = async (input) => { for (let i = 0; i < input.Records.length; i++) ha.identify(input.Records[i].body); };`,
      },
      {
        name: "a queue of Cloudflare",
        code: `export default { async queue(batch, env) { for (const message of batch.messages) { ha.identify(message.body.userId); message.ack(); } } };`,
      },
      {
        name: "a batch of Kafka",
        code: `consumer.run({ eachBatch: async ({ batch }) => { for (const { value } of batch.messages) ha.identify(String(value)); } });`,
      },
      {
        name: "jobs of pg-boss",
        code: `boss.work("seen", async (jobs) => { for (const job of jobs) ha.identify(job.data.userId); });`,
      },
    ],
    ignores: [
      {
        name: "records of a file",
        code: `const dump = JSON.parse(readFileSync("dump.json")); for (const record of dump.Records) «ha.identify(record.id)»;`,
        finds: ["for…of"],
      },
      {
        name: "the queue of a backfill",
        code: `export const backfillHandler = async (event) => { for (const record of event.Records) «ha.identify(record.body)»; };`,
        finds: ["for…of"],
      },
      {
        name: "a backfill's jobs of pg-boss",
        code: `boss.work("halo-backfill", async (jobs) => { for (const job of jobs) «ha.identify(job.data.userId)»; });`,
        finds: ["for…of"],
      },
      {
        name: "users that each message lists",
        code: `exports.handler = async (event) => { for (const record of event.Records) for (const id of JSON.parse(record.body).userIds) «ha.identify(id)»; };`,
        finds: ["for…of"],
      },
      {
        name: "messages of a conversation",
        code: `export async function archive(batch) { for (const message of batch.messages) «ha.identify(message.author)»; }`,
        finds: ["for…of"],
      },
      {
        name: "a second parameter",
        code: `exports.run = async (db, dump) => { for (const record of dump.Records) «ha.identify(record.id)»; };`,
        finds: ["for…of"],
      },
    ],
  },
} as const satisfies Record<string, RowCases>;
