import rule from "../../rules/identify-recommended-traits.js";
import { inProject, ruleTester } from "./rule-tester.js";

const all = "{ name: user.name, email: user.email, role: user.role, signed_up_at: user.createdAt }";

ruleTester.run("identify-recommended-traits", rule, {
  valid: [
    { name: "a file without Halo", code: "analytics.identify(user.id);" },
    { name: "all of them", code: `ha.identify(user.id, ${all});` },
    { name: "more", code: `ha.identify(user.id, { plan: user.plan, ...${all} });` },
    { name: "a spread that cannot be read", code: "ha.identify(user.id, { ...user });" },
    { name: "traits that cannot be read", code: "ha.identify(user.id, traits);" },
    { name: "arguments that cannot be read", code: "ha.identify(...args);" },
    {
      name: "a loop, which another rule reports",
      code: "for (const user of users) ha.identify(user.id, { plan: user.plan });",
    },
    {
      name: "a batch, which another rule reports",
      filename: inProject("scripts/plan.js"),
      code: "ha.identify(process.argv[2], { plan: 'pro' });",
    },
    {
      name: "none asked for",
      code: "ha.identify(user.id);",
      options: [{ traits: [] }],
    },
    {
      name: "a function that its callers give the traits",
      code: `const track = (user, traits) => ha.identify(user.id, traits);
track(user, ${all});`,
    },
    {
      name: "a type that has them",
      filename: inProject("a.ts"),
      code: `interface Traits { name: string; email: string; role: string; signed_up_at: string }
export function start(id: string, traits: Traits) { ha.identify(id, traits); }`,
    },
    {
      name: "a type that may have more",
      filename: inProject("a.ts"),
      code: `interface Traits extends Base { name: string }
export function start(id: string, traits: Traits) { ha.identify(id, { ...traits }); }`,
    },
  ],
  invalid: [
    {
      name: "no traits",
      code: "ha.identify(user.id);",
      errors: [
        {
          messageId: "missing",
          data: { traits: "name, email, role, signed_up_at" },
          line: 1,
          column: 1,
        },
      ],
    },
    {
      name: "some traits",
      code: "window.HaloAgents.getInstance()?.identify(user.id, { name: user.name, role: user.role });",
      errors: [
        { messageId: "missing", data: { traits: "email, signed_up_at" }, line: 1, column: 52 },
      ],
    },
    {
      name: "when the SDK is set up",
      code: "HaloAgents.init({ orgId, apiKey, userId: user.id, userTraits: { name: user.name } });",
      errors: [{ messageId: "missing", data: { traits: "email, role, signed_up_at" }, column: 63 }],
    },
    {
      name: "a signup handler",
      code: `app.post("/signup", async (req, res) => {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", { method: "POST", headers, body: JSON.stringify({ user_id: req.user.id, traits: { email: req.user.email } }) });
});`,
      errors: [{ messageId: "missing", data: { traits: "name, role, signed_up_at" }, line: 2 }],
    },
    {
      name: "a signup handler without traits",
      code: `app.post("/signup", async (req, res) => {
  await axios.post("https://api.haloagents.ai/api/sdk/users/identify", { user_id: req.user.id });
});`,
      errors: [{ messageId: "missing", line: 2, column: 9 }],
    },
    {
      name: "a list of its own",
      code: `ha.identify(user.id, ${all});`,
      options: [{ traits: ["plan", "name", "avatar"] }],
      errors: [{ messageId: "missing", data: { traits: "plan, avatar" } }],
    },
    {
      name: "a type that lacks one",
      filename: inProject("a.ts"),
      code: `interface Traits { name: string; email: string; role?: string }
export function start(id: string, traits: Traits) { ha.identify(id, { ...traits, plan: "pro" }); }`,
      errors: [{ messageId: "missing", data: { traits: "signed_up_at" }, line: 2 }],
    },
    {
      name: "what the caller of a function gives",
      code: `const track = (user, traits = {}) => ha.identify(user.id, { name: user.name, role: user.role, ...traits });
track(user, { email: user.email });`,
      errors: [{ messageId: "missing", data: { traits: "signed_up_at" }, line: 2 }],
    },
  ],
});
