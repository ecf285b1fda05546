import rule from "../../rules/no-reserved-traits.js";
import { inProject, ruleTester } from "./rule-tester.js";

/** An update call of one user with traits. */
const update = (traits: string, before = ""): string =>
  `${before}await fetch("https://api.haloagents.ai/api/sdk/users/update", { method: "POST", headers, body: JSON.stringify({ user_token: token, update_only: true, users: [{ user_id: user.id, traits: ${traits} }] }) });`;

/** A live identify with traits, in the browser. */
const identify = (traits: string): string => `ha.identify(user.id, ${traits});`;

ruleTester.run("no-reserved-traits", rule, {
  valid: [
    { name: "an object that is sent to nobody", code: "save({ created_at: user.createdAt });" },
    { name: "another vendor", code: "analytics.identify(user.id, { created_at: 1 });" },
    { name: "plain traits", code: identify("{ name: user.name, plan: user.plan }") },
    { name: "a custom trait of another case", code: identify("{ createdAt: user.createdAt }") },
    { name: "a reserved name within a trait", code: identify("{ account: { id: 1 } }") },
    { name: "a listed value", code: identify('{ renewal_status: "at_risk" }') },
    { name: "an unknown value", code: identify("{ renewal_status: user.status }") },
    { name: "a term in a trait of another name", code: identify('{ term: "weekly" }') },
    {
      name: "a Date, which becomes ISO 8601 in JSON",
      code: update("{ signed_up_at: new Date() }"),
    },
    { name: "a date", code: update('{ signed_up_at: "2026-01-31" }') },
    { name: "a date with a time", code: update('{ signed_up_at: "2026-01-31T10:00:00.000Z" }') },
    {
      name: "a date with an offset",
      code: update('{ renewal_date: "2026-01-31T10:00:00+02:00" }'),
    },
    { name: "by toISOString()", code: update("{ signed_up_at: user.createdAt.toISOString() }") },
    { name: "what is not known", code: update("{ signed_up_at: user.created }") },
    { name: "a text's toString()", code: update("{ signed_up_at: user.signedUp.toString() }") },
    {
      name: "a text by its written type",
      filename: inProject("a.ts"),
      code: `interface User { id: string; createdAt: string | null }
export function start(user: User, { updatedAt }: { updatedAt: string }) {
  ha.identify(user.id, { signed_up_at: user.createdAt!.toString(), renewal_date: updatedAt.toString() });
}`,
    },
    { name: "a text in a template", code: update("{ signed_up_at: `${user.createdAt}` }") },
    { name: "a spread that cannot be read", code: identify("{ ...user }") },
    { name: "a number of another trait", code: identify("{ mrr: 1200, arr: Date.now() }") },
    {
      name: "what a rest leaves out",
      code: `const { id, created_at: signedUp, ...rest } = { id: 1, created_at: at, plan };\n${identify("{ ...rest, signed_up_at: signedUp }")}`,
    },
    {
      name: "what the rest of a parameter leaves out",
      code: `const clean = ({ id, ...rest }) => rest;\n${identify("clean({ id: user.id, plan: user.plan })")}`,
    },
    {
      name: "a deleted key",
      code: `const traits = { id: user.id, plan: user.plan };\ndelete traits.id;\n${identify("traits")}`,
    },
    {
      name: "keys that are deleted in a loop",
      code: `const traits = { id: user.id, plan: user.plan };\nfor (const key of reserved) delete traits[key];\n${identify("traits")}`,
    },
    {
      name: "undefined, which JSON leaves out",
      code: identify("{ ...{ created_at: user.createdAt }, created_at: undefined }"),
    },
    {
      name: "empty texts, of which Halo's documentation says nothing",
      code: identify('{ signed_up_at: user.signedUp ?? "", contract_term: "" }'),
    },
    {
      name: "a toString() that takes a format",
      code: identify('{ signed_up_at: user.createdAt.toString("yyyy-MM-dd") }'),
    },
    {
      name: "a date of Luxon, whose toString() gives ISO 8601",
      code: `import { DateTime } from "luxon";\nconst dates = (user: User): { createdAt: DateTime } => user.dates;\n${identify("{ signed_up_at: dates(user).createdAt.toString() }")}`,
    },
    {
      name: "what a function makes under a date's name",
      code: `const renewsAt = nextRenewal(user);\n${identify("{ renewal_date: renewsAt.toString() }")}`,
    },
    {
      name: "what a pattern takes out of the traits",
      code: `const identifyUser = ({ id, ...traits }) => ha.identify(id, traits);
const { created_at, ...known } = { created_at: user.created, plan: user.plan };
identifyUser({ id: user.id, plan: user.plan });
ha.identify(user.id, known);`,
    },
    { name: "in a test", filename: inProject("test/a.js"), code: identify("{ id: 1 }") },
  ],
  invalid: [
    {
      name: "created_at in a live identify",
      code: identify("{ name: user.name, created_at: user.createdAt }"),
      output: identify("{ name: user.name, signed_up_at: user.createdAt }"),
      errors: [{ messageId: "createdAt", data: { key: "created_at" }, line: 1, column: 41 }],
    },
    {
      name: "created_at by its own name",
      code: update("{ created_at }"),
      output: update("{ signed_up_at: created_at }"),
      errors: [{ messageId: "createdAt" }],
    },
    {
      name: "created_at in quotes",
      code: update("{ 'created_at': user.created }"),
      output: update("{ 'signed_up_at': user.created }"),
      errors: [{ messageId: "createdAt" }],
    },
    {
      name: "created_at beside signed_up_at",
      code: update("{ signed_up_at: user.signedUp, created_at: user.created, plan: user.plan }"),
      errors: [
        {
          messageId: "createdAt",
          suggestions: [
            {
              messageId: "remove",
              data: { key: "created_at" },
              output: update("{ signed_up_at: user.signedUp, plan: user.plan }"),
            },
          ],
        },
      ],
    },
    {
      name: "what a pattern leaves in the traits",
      code: `const { id, ...traits } = { id: user.id, created_at: user.created };
ha.identify(id, traits);`,
      output: `const { id, ...traits } = { id: user.id, signed_up_at: user.created };
ha.identify(id, traits);`,
      errors: [{ messageId: "createdAt", line: 1, column: 42 }],
    },
    {
      name: "several keys that Halo manages",
      code: identify("{ id: user.id, last_seen: user.seen }"),
      errors: [
        {
          messageId: "reserved",
          data: { key: "id" },
          suggestions: [
            {
              messageId: "remove",
              data: { key: "id" },
              output: identify("{ last_seen: user.seen }"),
            },
          ],
        },
        {
          messageId: "reserved",
          data: { key: "last_seen" },
          suggestions: [
            {
              messageId: "remove",
              data: { key: "last_seen" },
              output: identify("{ id: user.id }"),
            },
          ],
        },
      ],
    },
    {
      name: "the only trait, with a comma after it",
      code: identify("{ company_id: user.companyId, }"),
      errors: [
        {
          messageId: "reserved",
          data: { key: "company_id" },
          suggestions: [
            { messageId: "remove", data: { key: "company_id" }, output: identify("{  }") },
          ],
        },
      ],
    },
    {
      name: "with a comment, which a removal would take along",
      code: identify("{ id: user.id, /* the plan */ plan: user.plan }"),
      errors: [{ messageId: "reserved", data: { key: "id" }, suggestions: [] }],
    },
    {
      name: "assigned later",
      code: update(
        "traits",
        "const traits = { plan: user.plan };\ntraits.created_at = user.created;\n",
      ),
      output: update(
        "traits",
        "const traits = { plan: user.plan };\ntraits.signed_up_at = user.created;\n",
      ),
      errors: [{ messageId: "createdAt", line: 2, column: 1, endColumn: 18 }],
    },
    {
      name: "made by a function that others use, too",
      code: `const row = (user) => ({ created_at: user.createdAt });\nawait db.insert(row(user));\n${identify("{ ...row(user), plan: user.plan }")}`,
      errors: [
        {
          messageId: "createdAt",
          line: 1,
          suggestions: [
            {
              messageId: "rename",
              output: `const row = (user) => ({ signed_up_at: user.createdAt });\nawait db.insert(row(user));\n${identify("{ ...row(user), plan: user.plan }")}`,
            },
          ],
        },
      ],
    },
    {
      name: "a key that a rest keeps",
      code: `const { plan, ...rest } = { plan: "pro", id: user.id };\n${identify("rest")}`,
      errors: [
        {
          messageId: "reserved",
          data: { key: "id" },
          suggestions: [
            {
              messageId: "remove",
              data: { key: "id" },
              output: `const { plan, ...rest } = { plan: "pro" };\n${identify("rest")}`,
            },
          ],
        },
      ],
    },
    {
      name: "in what is spread",
      code: update(
        "{ ...dates, plan: user.plan }",
        "const dates = { updated_at: user.updated };\n",
      ),
      errors: [
        {
          messageId: "reserved",
          data: { key: "updated_at" },
          line: 1,
          suggestions: [
            {
              messageId: "remove",
              data: { key: "updated_at" },
              output: update("{ ...dates, plan: user.plan }", "const dates = {  };\n"),
            },
          ],
        },
      ],
    },
    {
      name: "made by a function for each row",
      code: `const traitsOf = (row) => ({ plan: row.plan, org_id: row.orgId });
const users = rows.map((row) => ({ user_id: row.id, traits: traitsOf(row) }));
await axios.post("https://api.haloagents.ai/api/sdk/users/update", { user_token: token, update_only: true, users });`,
      errors: [
        {
          messageId: "reserved",
          data: { key: "org_id" },
          line: 1,
          column: 46,
          suggestions: [
            {
              messageId: "remove",
              data: { key: "org_id" },
              output: `const traitsOf = (row) => ({ plan: row.plan });
const users = rows.map((row) => ({ user_id: row.id, traits: traitsOf(row) }));
await axios.post("https://api.haloagents.ai/api/sdk/users/update", { user_token: token, update_only: true, users });`,
            },
          ],
        },
      ],
    },
    {
      name: "handed to a function that identifies",
      code: `async function syncToHalo(user, traits) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", { method: "POST", headers, body: JSON.stringify({ user_id: user.id, traits: { name: user.name, ...traits } }) });
}
app.post("/signup", (req) => syncToHalo(req.user, { created_at: req.user.createdAt }));`,
      output: `async function syncToHalo(user, traits) {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", { method: "POST", headers, body: JSON.stringify({ user_id: user.id, traits: { name: user.name, ...traits } }) });
}
app.post("/signup", (req) => syncToHalo(req.user, { signed_up_at: req.user.createdAt }));`,
      errors: [{ messageId: "createdAt", line: 4, column: 53 }],
    },
    {
      name: "within a cast, under a computed name",
      filename: "a.ts",
      code: identify('({ ["first_seen"]: user.seen } as Traits)!'),
      errors: [
        {
          messageId: "reserved",
          data: { key: "first_seen" },
          suggestions: [
            {
              messageId: "remove",
              data: { key: "first_seen" },
              output: identify("({  } as Traits)!"),
            },
          ],
        },
      ],
    },
    {
      name: "a value that is not listed",
      code: identify('{ contract_term: "weekly" }'),
      errors: [
        {
          messageId: "unknownValue",
          data: {
            key: "contract_term",
            value: "weekly",
            listed: "monthly, quarterly, annual, bi_annual",
          },
          suggestions: [],
        },
      ],
    },
    {
      name: "a listed value, otherwise written",
      code: update(
        "{ renewal_status: user.late ? 'At Risk' : 'renewed', payment_terms: 'Yearly' }",
      ),
      errors: [
        {
          messageId: "unknownValue",
          line: 1,
          suggestions: [
            {
              messageId: "useValue",
              data: { value: "at_risk" },
              output: update(
                "{ renewal_status: user.late ? 'at_risk' : 'renewed', payment_terms: 'Yearly' }",
              ),
            },
          ],
        },
        {
          messageId: "unknownValue",
          suggestions: [
            {
              messageId: "useValue",
              data: { value: "annual" },
              output: update(
                "{ renewal_status: user.late ? 'At Risk' : 'renewed', payment_terms: 'annual' }",
              ),
            },
          ],
        },
      ],
    },
    ...[
      ["user.createdAt.toString()", "user.createdAt.toISOString()"],
      ["String(new Date(user.created))", "new Date(user.created).toISOString()"],
      ["`${new Date(user.created)}`", "new Date(user.created).toISOString()"],
      ["new Date(user.created).toLocaleDateString()", "new Date(user.created).toISOString()"],
      ["user.createdAt?.toUTCString()", "user.createdAt?.toISOString()"],
      ["'31.01.2026'", undefined],
      ["'2026-02-31T99:00:00Z'", undefined],
    ].map(([value = "", iso]) => ({
      name: `no ISO 8601: ${value}`,
      code: update(`{ signed_up_at: ${value} }`),
      errors: [
        {
          messageId: "notIso" as const,
          data: { key: "signed_up_at" },
          suggestions:
            iso === undefined
              ? []
              : [{ messageId: "toIso" as const, output: update(`{ signed_up_at: ${iso} }`) }],
        },
      ],
    })),
    ...[
      ["1767225600", undefined],
      ["Date.now()", "new Date().toISOString()"],
      ["user.createdAt.getTime()", "user.createdAt.toISOString()"],
      ["Math.floor(user.createdAt.getTime() / 1000)", "user.createdAt.toISOString()"],
      ["+new Date(user.created)", "new Date(user.created).toISOString()"],
      ["dayjs(user.created).unix()", undefined],
    ].map(([value = "", iso]) => ({
      name: `a number: ${value}`,
      code: identify(`{ renewal_date: ${value} }`),
      errors: [
        {
          messageId: "epoch" as const,
          data: { key: "renewal_date" },
          suggestions:
            iso === undefined
              ? []
              : [{ messageId: "toIso" as const, output: identify(`{ renewal_date: ${iso} }`) }],
        },
      ],
    })),
  ],
});
