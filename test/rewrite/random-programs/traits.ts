import type { Scope, Subject } from "../../find/random-programs/scope.js";

/** What an identify says of its user, and the statements that it takes. */
export interface Said {
  before?: string;
  /** The argument of identify; none is given where it is missing. */
  traits?: string | undefined;
  after?: string;
}

/** The whole record of a user, of whom the program may hold only the id. */
export function recordOf({ user, id }: Subject): string {
  return /^[\w.]+$/.test(user) ? user : `byId(${id})`;
}

/** Traits that an expression says: these can stand in a function of the user as well. */
export const plainTraits = {
  none: () => undefined,
  constant: () => `{ plan: "pro" }`,
  fields: (subject) => `{ name: ${recordOf(subject)}.name, plan: ${recordOf(subject)}.plan }`,
  computed: ({ id }) => `{ plan: planOf(${id}) }`,
  nested: (subject) => `{ company: ${recordOf(subject)}.company.name }`,
  "optional chain": (subject) => `{ company: ${recordOf(subject)}.company?.name ?? null }`,
  "an object of the user": (subject) => `{ company: ${recordOf(subject)}.company }`,
  spread: (subject) => `{ ...${recordOf(subject)}.profile, seen: true }`,
  "spread that comes last": (subject) => `{ plan: "none", ...${recordOf(subject)}.profile }`,
  "the user's own": (subject) => `${recordOf(subject)}.profile`,
  "maybe none": (subject) => `${recordOf(subject)}.maybe`,
  "one of two": ({ id }) => `isActive(${id}) ? { plan: "pro" } : { plan: "free", left: true }`,
  fallback: (subject) => `${recordOf(subject)}.maybe ?? { plan: "free" }`,
  "what JSON drops": (subject) =>
    `{ a: undefined, b: NaN, at: new Date(86400000), who: ${recordOf(subject)}.name }`,
  "a key to quote": (subject) => `{ "plan-id": ${recordOf(subject)}.plan, [planOf("x")]: 1 }`,
  "over two lines": (subject) =>
    `{\n  // Named, as the CRM has it.\n  name: ${recordOf(subject)}.name,\n  plan: "pro",\n}`,
  "of a function": ({ id }) => `toTraits(${id})`,
} satisfies Record<string, (subject: Subject) => string | undefined>;

/** Traits that take statements before the call, or of which something becomes afterwards. */
export const statedTraits = {
  "built before": (subject, { fresh }) => {
    const name = fresh("traits");
    return {
      before: `const ${name} = { plan: planOf(${subject.id}) };\n${name}.seen = true;`,
      traits: name,
    };
  },
  "built by condition": (subject, { fresh }) => {
    const name = fresh("traits");
    return {
      before: `const ${name} = {};\nif (hasEmail(${subject.id})) ${name}.email = ${recordOf(subject)}.name;`,
      traits: name,
    };
  },
  shorthand: (subject, { fresh }) => {
    const name = fresh("plan");
    return {
      before: `const ${name} = ${recordOf(subject)}.plan;`,
      traits: `{ ${name}, rank: 1 }`,
    };
  },
  destructured: (subject, { fresh }) => {
    const name = fresh("label");
    return {
      before: `const { name: ${name}, ...${name}Rest } = ${recordOf(subject)};`,
      traits: `{ ${name}, plan: ${name}Rest.plan }`,
    };
  },
  "changed afterwards": (subject, { fresh }) => {
    const name = fresh("traits");
    return {
      before: `const ${name} = { plan: planOf(${subject.id}) };`,
      traits: name,
      after: `${name}.plan = "late";`,
    };
  },
  "changed deep down afterwards": (subject) => ({
    traits: `{ company: ${recordOf(subject)}.company }`,
    after: /^[\w.]+$/.test(subject.user)
      ? `if (${subject.user}.company) ${subject.user}.company.seats += 1;`
      : "log(1);",
  }),
  "changed under another name": (subject, { fresh }) => {
    const name = fresh("company");
    return {
      before: `const ${name} = ${recordOf(subject)}.company;`,
      traits: `{ company: ${name} }`,
      after: `if (${name}) ${name}.seats = 0;`,
    };
  },
  "a list that grows": (subject, { fresh }) => {
    const name = fresh("tags");
    return {
      before: `const ${name} = [${recordOf(subject)}.plan];`,
      traits: `{ tags: ${name} }`,
      after: `${name}.push("late");`,
    };
  },
  "one object for all": (subject, { declare, fresh }) => {
    const name = fresh("shared");
    declare(`const ${name} = { plan: "none" };`);
    return { before: `${name}.plan = ${recordOf(subject)}.plan;`, traits: name };
  },
  "one variable for all": (subject, { declare, fresh }) => {
    const name = fresh("latest");
    declare(`let ${name} = {};`);
    return { before: `${name} = { plan: ${recordOf(subject)}.plan };`, traits: name };
  },
  "a counter": (_, { declare, fresh }) => {
    const name = fresh("rank");
    declare(`let ${name} = 0;`);
    return { before: `${name} += 1;`, traits: `{ rank: ${name} }` };
  },
  "a counter that moves on afterwards": (_, { declare, fresh }) => {
    const name = fresh("rank");
    declare(`let ${name} = 0;`);
    return { traits: `{ rank: ${name} }`, after: `${name} += 1;` };
  },
  "a counter in the traits": (_, { declare, fresh }) => {
    const name = fresh("rank");
    declare(`let ${name} = 0;`);
    return { traits: `{ rank: ${name}++ }` };
  },
  "awaited before": (subject, { canAwait, fresh }) => {
    const name = fresh("read");
    return canAwait
      ? { before: `const ${name} = await readTraits(${subject.id});`, traits: name }
      : {};
  },
  "awaited in place": (subject, { canAwait }) =>
    canAwait ? { traits: `await readTraits(${subject.id})` } : {},
  "awaited inside": (subject, { canAwait }) =>
    canAwait ? { traits: `{ ...(await readTraits(${subject.id})), seen: true }` } : {},
} satisfies Record<string, (subject: Subject, scope: Scope) => Said>;
