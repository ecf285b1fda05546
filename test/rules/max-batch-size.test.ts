import rule from "../../rules/max-batch-size.js";
import { inProject, ruleTester } from "./rule-tester.js";
import { updateRequest } from "./update-request.js";

const send = (users: string): string => `await ${updateRequest(users)};`;
const toUser = "(row) => ({ user_id: row.id, traits: { plan: row.plan } })";
/** Sends what the lines before leave in `users`. */
const sendAfter = (lines: string, users = "users"): string => `${lines}\n${send(users)}`;

const tooMany = (count: number, line: number, column = 7, max = 1000) => ({
  messageId: "tooMany" as const,
  data: { count: String(count), max: String(max) },
  ...{ line, column },
});
const unbounded = (reads: string, line: number, column = 7) => ({
  messageId: "unbounded" as const,
  data: { reads, max: "1000" },
  ...{ line, column },
});
const oneByOne = (loop: string, line: number, column = 9) => ({
  messageId: "oneByOne" as const,
  data: { loop },
  ...{ line, column },
});

const userOf = "[{ user_id: user.id, traits: { plan: user.plan } }]";

ruleTester.run("max-batch-size", rule, {
  valid: [
    { name: "a file without Halo", code: "await fetch('/api/users', { method: 'POST' });" },
    { name: "a list that nothing is known of", code: send("users") },
    {
      name: "a parameter",
      code: `export async function update(users) { ${send("users")} }`,
    },
    { name: "a short literal list", code: send("[{ user_id: '1', traits: {} }]") },
    {
      name: "slices in a loop",
      code: `const users = (await prisma.user.findMany()).map(${toUser});
for (let i = 0; i < users.length; i += 500) { ${send("users.slice(i, i + 500)")} }`,
    },
    {
      name: "slices by pages",
      code: `const SIZE = 1000;
for (let page = 0; page * SIZE < users.length; page++) { ${send("users.slice(page * SIZE, (page + 1) * SIZE)")} }`,
    },
    {
      name: "slices up to what cannot be known",
      code: `for (const [start, end] of ranges) { ${send("users.slice(start, end)")} }`,
    },
    {
      name: "chunks of lodash",
      code: `import { chunk } from "lodash";
for (const batch of chunk(await prisma.user.findMany(), 1000)) { ${send(`batch.map(${toUser})`)} }`,
    },
    {
      name: "an own chunk function",
      code: `function chunk(list, size) {
  const parts = [];
  for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size));
  return parts;
}
for (const batch of chunk(rows, 500)) { ${send(`batch.map(${toUser})`)} }`,
    },
    {
      name: "a generator of batches",
      code: `function* batchesOf(list, size = 500) {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
for (const batch of batchesOf(await prisma.user.findMany())) { ${send(`batch.map(${toUser})`)} }`,
    },
    {
      name: "pages by a cursor",
      code: `let cursor;
do {
  const rows = await prisma.user.findMany({ take: 500, ...(cursor && { skip: 1, cursor: { id: cursor } }) });
  ${send(`rows.map(${toUser})`)}
  cursor = rows.at(-1)?.id;
} while (cursor);`,
    },
    {
      name: "queries with limits",
      code: [
        "await prisma.user.findMany({ take: size })",
        "await User.findAll({ limit: 1000, where: { plan: 'pro' } })",
        "await User.find({ plan: 'pro' }).limit(1000).lean()",
        "await knex('users').select('id', 'plan').limit(500)",
        "await db.select().from(users).limit(500)",
        "(await pool.query('SELECT id, plan FROM users ORDER BY id LIMIT 500')).rows",
        "(await pool.query('SELECT id, plan FROM users WHERE id > $1 LIMIT $2', [last, 500])).rows",
        "await sql`SELECT id, plan FROM users WHERE company = ${company}`",
      ]
        .map((rows) => send(`(${rows}).map(${toUser})`))
        .join("\n"),
    },
    {
      name: "a filter that only the running program knows",
      code: send(
        `(await prisma.user.findMany({ where: { companyId: company.id } })).map(${toUser})`,
      ),
    },
    {
      name: "a list by ids",
      code: send(`(await prisma.user.findMany({ where: { id: { in: ids } } })).map(${toUser})`),
    },
    {
      name: "a list whose length is checked",
      code: sendAfter(`const users = (await prisma.user.findMany()).map(${toUser});
if (users.length > 1000) throw new Error("too many");`),
    },
    {
      name: "rows whose length is checked",
      code: sendAfter(
        `const rows = await prisma.user.findMany();
assert(rows.length <= limit);
const users = rows.map(${toUser});`,
      ),
    },
    {
      name: "a list that another function checks",
      code: sendAfter(`const users = (await prisma.user.findMany()).map(${toUser});
assertBatchSize(users);`),
    },
    {
      name: "a list that is filtered",
      code: sendAfter(
        `const users = (await prisma.user.findMany()).filter((row) => row.id === id).map(${toUser});`,
      ),
    },
    {
      name: "a buffer that is sent when it is full",
      code: `let users = [];
for await (const row of cursor) {
  users.push({ user_id: row.id, traits: { plan: row.plan } });
  if (users.length >= 500) { ${send("users")} users = []; }
}
if (users.length > 0) ${send("users")}`,
    },
    {
      name: "a list that is spliced",
      code: `const users = (await prisma.user.findMany()).map(${toUser});
while (users.length > 0) { ${send("users.splice(0, 500)")} }`,
    },
    {
      name: "Array's find",
      code: sendAfter("const users = lists.find((list) => list.isNew);"),
    },
    {
      name: "Supabase, which limits the rows itself",
      code: sendAfter(`const { data } = await supabase.from("users").select("id, plan");
const users = data.map(${toUser});`),
    },
    {
      name: "one of many files",
      code: `for (const file of files) { ${send("JSON.parse(readFileSync(file, 'utf8'))")} }`,
    },
    { name: "one user", code: `export async function onChange(user) { ${send(userOf)} }` },
    {
      name: "one user, again after a failure",
      code: `for (let attempt = 0; attempt < 3; attempt++) { ${send(userOf)} }`,
    },
    {
      name: "one by one after a batch failed",
      code: `try { ${send("users")} } catch { for (const user of users) { ${send("[user]")} } }`,
    },
    {
      name: "one by one where the batch was rejected",
      code: `const response = ${send("batch")}
if (!response.ok) { for (const user of batch) { ${send("[user]")} } }`,
    },
    {
      name: "a worker",
      code: `while (true) { const user = await queue.pop(); ${send(userOf)} }`,
    },
    {
      name: "messages of a queue",
      code: `export async function handler(event) {
  for (const record of event.Records) { const user = JSON.parse(record.body); ${send(userOf)} }
}`,
    },
    {
      name: "a test",
      filename: inProject("test/update.js"),
      code: send(`(await prisma.user.findMany()).map(${toUser})`),
    },
    {
      name: "a helper that cuts what it is given",
      code: `async function updateAll(users) {
  for (let i = 0; i < users.length; i += 500) await post(users.slice(i, i + 500));
}
async function post(users) { ${send("users")} }
await updateAll((await prisma.user.findMany()).map(${toUser}));`,
    },
    {
      name: "one user, whom a function of the file is given",
      code: `async function post(users) { ${send("users")} }
await post(${userOf});`,
    },
  ],
  invalid: [
    {
      name: "a size of more than 1000",
      code: `for (let i = 0; i < users.length; i += 5000) {\n  ${send("users.slice(i, i + 5000)")}\n}`,
      errors: [
        {
          ...tooMany(5000, 2, 9),
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "500" },
              output: `for (let i = 0; i < users.length; i += 500) {\n  ${send("users.slice(i, i + 500)")}\n}`,
            },
          ],
        },
      ],
    },
    {
      name: "a constant, by a name for the batch",
      code: `const BATCH_SIZE: number = 2_000;
for (let i = 0; i < users.length; i += BATCH_SIZE) {
  const batch = users.slice(i, Math.min(i + BATCH_SIZE, users.length)) as User[];
  ${send(`batch.map(${toUser})`)}
}`,
      errors: [
        {
          ...tooMany(2000, 4, 9),
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "500" },
              output: `const BATCH_SIZE: number = 500;
for (let i = 0; i < users.length; i += BATCH_SIZE) {
  const batch = users.slice(i, Math.min(i + BATCH_SIZE, users.length)) as User[];
  ${send(`batch.map(${toUser})`)}
}`,
            },
          ],
        },
      ],
    },
    {
      name: "pages of a computed size",
      code: `const size = 2 * 1000;
for (let page = 0; page < pages; page++) {
  ${send("users.slice(page * size, (page + 1) * size)")}
}`,
      errors: [tooMany(2000, 3, 9)],
    },
    {
      name: "a default that the environment may replace",
      code: `const size = Number(process.env.BATCH_SIZE ?? 4000);
for (const batch of _.chunk(users, size)) {
  ${send("batch")}
}`,
      errors: [
        {
          ...tooMany(4000, 3, 9),
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "500" },
              output: `const size = Number(process.env.BATCH_SIZE ?? 500);
for (const batch of _.chunk(users, size)) {
  ${send("batch")}
}`,
            },
          ],
        },
      ],
    },
    {
      name: "another number of the same value",
      code: `const size = 2000;
for (const batch of chunk(users, size)) {
  await pause(2000);
  ${send("batch")}
}`,
      errors: [
        {
          messageId: "tooMany",
          data: { count: "2000", max: "1000" },
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "500" },
              output: `const size = 500;
for (const batch of chunk(users, size)) {
  await pause(2000);
  ${send("batch")}
}`,
            },
          ],
        },
      ],
    },
    {
      name: "chunks that are mapped at once",
      code: `await Promise.all(chunk(users, 1001).map((batch) => ${updateRequest("batch")}));`,
      errors: [
        {
          ...tooMany(1001, 1, 53),
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "500" },
              output: `await Promise.all(chunk(users, 500).map((batch) => ${updateRequest("batch")}));`,
            },
          ],
        },
      ],
    },
    {
      name: "an own chunk function",
      code: `const chunk = (list, size) => {
  const parts = [];
  for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size));
  return parts;
};
for (const batch of chunk(rows, 2500)) {
  ${send(`batch.map(${toUser})`)}
}`,
      errors: [
        {
          ...tooMany(2500, 7, 9),
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "500" },
              output: `const chunk = (list, size) => {
  const parts = [];
  for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size));
  return parts;
};
for (const batch of chunk(rows, 500)) {
  ${send(`batch.map(${toUser})`)}
}`,
            },
          ],
        },
      ],
    },
    {
      name: "a limit of a query",
      code: send(`(await prisma.user.findMany({ take: 3 * 1000 })).map(${toUser})`),
      errors: [tooMany(3000, 1)],
    },
    {
      name: "a limit in SQL",
      code: sendAfter(
        `const { rows } = await pool.query("SELECT id, plan FROM users LIMIT 10000");
const users = rows.map(${toUser});`,
      ),
      errors: [tooMany(10000, 3)],
    },
    {
      name: "a literal list",
      code: send(`[${"user, ".repeat(1001)}]`),
      errors: [tooMany(1001, 1)],
    },
    {
      name: "a made-up list",
      code: send("Array.from({ length: 1500 }, (_, i) => ({ user_id: `load-${i}`, traits: {} }))"),
      errors: [
        {
          ...tooMany(1500, 1),
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "500" },
              output: send(
                "Array.from({ length: 500 }, (_, i) => ({ user_id: `load-${i}`, traits: {} }))",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "a buffer that is too large",
      code: `let users = [];
for await (const row of cursor) {
  users.push({ user_id: row.id, traits: { plan: row.plan } });
  if (users.length >= 2 * 5000) {
    ${send("users")}
    users = [];
  }
}`,
      errors: [tooMany(10000, 5, 11)],
    },
    {
      name: "a smaller size, by the option",
      options: [{ max: 400 }],
      code: `for (const batch of chunk(users, 500)) {\n  ${send("batch")}\n}`,
      errors: [
        {
          ...tooMany(500, 2, 9, 400),
          suggestions: [
            {
              messageId: "smallerBatches",
              data: { size: "400" },
              output: `for (const batch of chunk(users, 400)) {\n  ${send("batch")}\n}`,
            },
          ],
        },
      ],
    },
    {
      name: "a call of a function that sends what it is given",
      code: `class Halo {
  async update(users) {
    ${send("users")}
  }
}
const halo = new Halo();
for (const batch of chunk(users, 5 * 1000)) await halo.update(batch);`,
      errors: [tooMany(5000, 7, 51)],
    },
    {
      name: "every row of Prisma, mapped",
      code: sendAfter(
        `const rows = await prisma.user.findMany({ where: { deletedAt: null }, select: { id: true } });
console.log(\`\${rows.length} users\`);
if (rows.length === 0) process.exit();
const users = rows.map(${toUser});`,
      ),
      errors: [unbounded("findMany()", 5)],
    },
    {
      name: "every row, by other clients",
      code: [
        "await User.findAll()",
        "await User.find({ plan: 'pro' }).sort({ id: 1 }).lean()",
        "await db.collection('users').find({}).toArray()",
        "await userRepository.find()",
      ]
        .map((rows) => send(`(${rows}).map(${toUser})`))
        .join("\n"),
      errors: [
        unbounded("findAll()", 1),
        unbounded("find()", 2),
        unbounded("find()", 3),
        unbounded("find()", 4),
      ],
    },
    {
      name: "every row, by SQL and builders",
      code: [
        "(await pool.query('SELECT id, plan FROM users')).rows",
        "await sql`SELECT id, plan FROM users WHERE plan = 'pro'`",
        "await prisma.$queryRaw`SELECT id, plan FROM users`",
        "db.prepare('select id, plan from users').all()",
        "await knex('users').select('id', 'plan')",
        "await db.select().from(users).orderBy(users.id)",
        "await db.selectFrom('users').selectAll().execute()",
      ]
        .map((rows) => send(`(${rows}).map(${toUser})`))
        .join("\n"),
      errors: [1, 2, 3, 4, 5, 6, 7].map((line) => unbounded("the query", line)),
    },
    {
      name: "a list that every row is pushed to",
      code: sendAfter(`const users = [];
for (const row of await prisma.user.findMany()) {
  users.push({ user_id: row.id, traits: { plan: row.plan } });
}`),
      errors: [unbounded("findMany()", 5)],
    },
    {
      name: "files",
      code: [
        "JSON.parse(fs.readFileSync('users.json', 'utf8'))",
        "JSON.parse(await readFile(process.argv[2], 'utf8')).users",
        `parse(await readFile('users.csv'), { columns: true }).map(${toUser})`,
        `readFileSync('users.txt', 'utf8').trim().split('\\n').slice(1).map(${toUser})`,
      ]
        .map(send)
        .join("\n"),
      errors: [1, 2, 3, 4].map((line) => unbounded("the file", line)),
    },
    {
      name: "all at once through a function",
      code: `async function update(users) {
  ${send("users")}
}
async function main() {
  const rows = await prisma.user.findMany();
  await update([...rows.map(${toUser})]);
}`,
      errors: [unbounded("findMany()", 6, 9)],
    },
    {
      name: "one user a call",
      code: `for (const user of users) {\n  ${send(userOf)}\n}`,
      errors: [oneByOne("for…of", 2)],
    },
    {
      name: "one user a call, in parallel",
      code: `await Promise.all(users.map((user) =>
  ${updateRequest(userOf)}));`,
      errors: [oneByOne("map()", 2, 3)],
    },
    {
      name: "one user a call, through a function",
      code: `async function update(user) {
  ${send(userOf)}
}
for (const user of users) await update(user);`,
      errors: [oneByOne("for…of", 4, 33)],
    },
    {
      name: "one user a call, through a function that takes lists",
      code: `async function update(users) {
  ${send("users")}
}
for (const user of await findUsers()) await update([toHalo(user)]);`,
      errors: [oneByOne("for…of", 4, 45)],
    },
    {
      name: "functions of another file",
      filename: inProject("src/backfill.js"),
      code: `import { haloClient, postUsers } from "./halo-client.js";
for (const user of users) await haloClient.updateUser(user, token);
for (const batch of chunk(users, 3 * 1000)) await postUsers(batch, token);
await postUsers((await prisma.user.findMany()).map(toHalo), token);`,
      errors: [oneByOne("for…of", 2, 33), tooMany(3000, 3, 51), unbounded("findMany()", 4)],
    },
    {
      name: "one user as the body",
      code: `for (const user of users) {
  await fetch("https://api.haloagents.ai/api/sdk/users/update", {
    method: "POST",
    body: JSON.stringify({ user_token: token, update_only: true, user_id: user.id, traits: { plan: user.plan } }),
  });
}`,
      errors: [oneByOne("for…of", 2)],
    },
    {
      name: "an axios instance in CommonJS",
      code: `const axios = require("axios");
const halo = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });
users.forEach(async (user) => {
  const body = { user_token: token, update_only: true };
  body.users = [{ user_id: user?.id, traits: { plan: user?.plan } }];
  await halo.post("/users/update", body);
});`,
      errors: [oneByOne("forEach()", 6)],
    },
  ],
});
