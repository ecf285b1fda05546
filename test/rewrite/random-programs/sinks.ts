import type { Subject } from "../../find/random-programs/scope.js";

/** A way to identify. */
export interface IdentifyWay {
  /** What stands before everything that uses it. */
  declaration: string;
  call: (subject: Subject, traits: string | undefined) => string;
  /** Whether a response comes of it, which a program may look at. */
  responds?: boolean;
}

/** Makes one: names get the suffix, so that the parts of a program share none; requests carry the key. */
export type Sink = (suffix: string, key: string) => IdentifyWay;

const route = "https://api.haloagents.ai/api/sdk/users/identify";

function sdk(instance: string, declaration = "", identity = ""): IdentifyWay {
  return {
    declaration,
    call: ({ id }, traits) =>
      `${instance}.identify(${[id, traits ?? (identity && "{}"), identity].filter(Boolean).join(", ")})`,
  };
}

function bodyOf(id: string, traits: string | undefined, token?: string): string {
  const members = [`user_id: ${id}`, traits && `traits: ${traits}`, token].filter(Boolean);
  return `JSON.stringify({ ${members.join(", ")} })`;
}

function rest(
  url: string,
  headers: string,
  { declaration = "", client = "fetch", options = "", token = "" } = {},
): IdentifyWay {
  return {
    declaration,
    responds: true,
    call: ({ id }, traits) =>
      `${client}(${url}, {\n  method: "POST",\n  headers: ${headers},${options}\n  body: ${bodyOf(id, traits, token)},\n})`,
  };
}

/** The SDK's identify, and the REST route. */
export const sinks = {
  "ha.identify": () => sdk("ha"),
  computed: () => ({
    declaration: "",
    call: ({ id }, traits) => `ha["identify"](${id}${traits ? `, ${traits}` : ""})`,
  }),
  optional: () => sdk("ha?"),
  getInstance: () => sdk("HaloAgents.getInstance()"),
  "instance of init": (suffix) =>
    sdk(
      `halo${suffix}`,
      `const halo${suffix} = HaloAgents.init({ orgId: "o", apiKey: "ab_live_sdk" });`,
    ),
  alias: (suffix) => sdk(`client${suffix}`, `const client${suffix} = ha;`),
  "with a token": () => sdk("ha", "", `{ userToken: "eyJ" }`),
  fetch: (_, key) => rest(`"${route}"`, `{ Authorization: "Bearer ${key}" }`),
  "fetch with all headers": (_, key) =>
    rest(
      `"${route}"`,
      `{\n    "Content-Type": "application/json",\n    Authorization: \`Bearer ${key}\`,\n  }`,
    ),
  "fetch of constants": (suffix, key) =>
    rest(`URL${suffix}`, `{ Authorization: \`Bearer \${KEY${suffix}}\` }`, {
      declaration: `const URL${suffix} = "${route}";\nconst KEY${suffix} = "${key}";`,
    }),
  "fetch of a template": (suffix, key) =>
    rest(`\`\${BASE${suffix}}/users/identify\``, `HEADERS${suffix}`, {
      declaration: `const BASE${suffix} = "https://api.haloagents.ai/api/sdk";\nconst HEADERS${suffix} = { "Content-Type": "application/json", Authorization: "Bearer ${key}" };`,
    }),
  "globalThis.fetch": (_, key) =>
    rest(`"${route}"`, `{ Authorization: "Bearer ${key}" }`, { client: "globalThis.fetch" }),
  "fetch with options": (_, key) =>
    rest(`"${route}"`, `{ Authorization: "Bearer ${key}" }`, {
      options: `\n  keepalive: false,`,
      token: `user_token: "eyJ"`,
    }),
} satisfies Record<string, Sink>;
