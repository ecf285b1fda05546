import type { Subject } from "./scope.js";

/** A way to call identify, or something that is none. */
export interface Callable {
  /** What stands before everything that uses it. */
  declaration: string;
  /** The call for somebody. */
  call: (subject: Subject) => string;
  /** A function that can be handed over instead of called, and what it takes. */
  reference?: { text: string; takes: "id" | "user" };
}

/** Makes one: names get the suffix, so that the parts of a program do not share any. */
export type Sink = (suffix: string) => Callable;

const route = "https://api.haloagents.ai/api/sdk/users/identify";

function named(declare: (name: string) => string, base = "identify"): Sink {
  return (suffix) => ({
    declaration: declare(`${base}${suffix}`),
    call: ({ id }) => `${base}${suffix}(${id})`,
    reference: { text: `${base}${suffix}`, takes: "id" },
  });
}

function request(
  url: (suffix: string) => string,
  declare: (suffix: string) => string = () => "",
): Sink {
  return (suffix) => ({
    declaration: declare(suffix),
    call: ({ id }) =>
      `fetch(${url(suffix)}, { method: "POST", body: JSON.stringify({ user_id: ${id} }) })`,
  });
}

/** The SDK's identify and the REST route. */
export const sinks = {
  "ha.identify": () => ({
    declaration: "",
    call: ({ id }) => `ha.identify(${id})`,
    reference: { text: "ha.identify", takes: "id" },
  }),
  "with traits": () => ({
    declaration: "",
    call: ({ id }) => `ha.identify(${id}, { plan: "pro" })`,
  }),
  "with computed traits": () => ({
    declaration: "",
    call: ({ id }) => `ha.identify(${id}, { plan: planOf(${id}) })`,
  }),
  "window.ha": () => ({ declaration: "", call: ({ id }) => `window.ha?.identify(${id})` }),
  computed: () => ({ declaration: "", call: ({ id }) => `ha["identify"](${id})` }),
  getInstance: () => ({
    declaration: "",
    call: ({ id }) => `HaloAgents.getInstance()?.identify(${id})`,
  }),
  "instance of init": (suffix) => ({
    declaration: `const halo${suffix} = HaloAgents.init({ orgId: "o" });`,
    call: ({ id }) => `halo${suffix}.identify(${id})`,
  }),
  "init with a user": () => ({
    declaration: "",
    call: ({ id }) => `HaloAgents.init({ orgId: "o", userId: ${id} })`,
  }),
  destructured: named((name) => `const { identify: ${name} } = ha;`),
  alias: named((name) => `const ${name} = ha.identify;`, "tell"),
  bound: named((name) => `const ${name} = ha.identify.bind(ha);`, "tell"),
  "bound in place": () => ({ declaration: "", call: ({ id }) => `ha.identify.bind(ha)(${id})` }),
  "alias of the instance": (suffix) => ({
    declaration: `const client${suffix} = ha;`,
    call: ({ id }) => `client${suffix}.identify(${id})`,
  }),
  "alias of an alias": (suffix) => ({
    declaration: `const one${suffix} = ha;\nlet two${suffix};\ntwo${suffix} = one${suffix};`,
    call: ({ id }) => `two${suffix}.identify(${id})`,
  }),
  call: () => ({ declaration: "", call: ({ id }) => `ha.identify.call(ha, ${id}, {})` }),
  apply: () => ({ declaration: "", call: ({ id }) => `ha.identify.apply(ha, [${id}, {}])` }),
  spread: () => ({ declaration: "", call: ({ id }) => `ha.identify(...[${id}, {}])` }),
  "in an object": (suffix) => ({
    declaration: `const services${suffix} = { halo: ha, log };`,
    call: ({ id }) => `services${suffix}.halo.identify(${id})`,
  }),
  "of a function": (suffix) => ({
    declaration: `function getHalo${suffix}() { return ha; }`,
    call: ({ id }) => `getHalo${suffix}().identify(${id})`,
  }),
  fetch: request(() => `"${route}"`),
  "fetch of a constant": request(
    (suffix) => `URL${suffix}`,
    (suffix) => `const URL${suffix} = "${route}";`,
  ),
  "fetch of a template": request(
    (suffix) => `\`\${BASE${suffix}}/users/identify\``,
    (suffix) => `const BASE${suffix} = "https://api.haloagents.ai/api/sdk";`,
  ),
  "fetch of a body": (suffix) => ({
    declaration: `const post${suffix} = (body) => ({ method: "POST", body: JSON.stringify(body) });`,
    call: ({ id }) => `fetch("${route}", post${suffix}({ user_id: ${id} }))`,
  }),
  "globalThis.fetch": () => ({
    declaration: "",
    call: ({ id }) =>
      `globalThis.fetch("${route}", { method: "POST", headers: {}, body: JSON.stringify({ user_id: ${id}, traits: {} }) })`,
  }),
} satisfies Record<string, Sink>;

/**
 * What is called so but tells Halo nothing. A function of one's own that is handed the route and a body is none of
 * these, even if it only logs them: the engine takes such a function for the project's client, as it nearly always is.
 */
export const decoySinks = {
  "another product": () => ({ declaration: "", call: ({ id }) => `segment.identify(${id})` }),
  "a method of one's own": (suffix) => ({
    declaration: `const tracker${suffix} = { identify(id) { log(id); } };`,
    call: ({ id }) => `tracker${suffix}.identify(${id})`,
  }),
  "a class of one's own": (suffix) => ({
    declaration: `class Tracker${suffix} { identify(id) { log(id); } }\nconst tracker${suffix} = new Tracker${suffix}();`,
    call: ({ id }) => `tracker${suffix}.identify(${id})`,
  }),
  "a shadowed instance": (suffix) => ({
    declaration: `function tell${suffix}(id, ha) { ha.identify(id); }`,
    call: ({ id }) => `tell${suffix}(${id}, segment)`,
  }),
  identifyCompany: () => ({ declaration: "", call: ({ id }) => `ha.identifyCompany(${id})` }),
  setContext: () => ({ declaration: "", call: ({ id }) => `ha.setContext("identify", ${id})` }),
  "the update route": () => ({
    declaration: "",
    call: ({ id }) =>
      `fetch("https://api.haloagents.ai/api/sdk/users/update", { method: "POST", body: JSON.stringify({ users: [{ user_id: ${id} }] }) })`,
  }),
  "a route of another product": () => ({
    declaration: "",
    call: ({ id }) =>
      `fetch("https://api.vendor.io/v1/identify", { method: "POST", body: JSON.stringify({ user_id: ${id} }) })`,
  }),
  "a fetch that only reads": () => ({
    declaration: "",
    call: ({ id }) => `fetch("${route}", { method: "GET", query: ${id} })`,
  }),
  "only mentioned": () => ({
    declaration: "",
    call: ({ id }) => `log("ha.identify", ha.identify, ${id})`,
  }),
} satisfies Record<string, Sink>;
