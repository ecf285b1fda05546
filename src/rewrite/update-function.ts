import { usersPerBatch } from "../halo/limits.js";
import type { Connection, CopiedCode } from "./connection.js";
import { inStyle, reindent } from "./layout.js";
import type { FreshNames } from "./names.js";
import { secretLines, type Signer } from "./signer.js";
import type { FileStyle } from "./style.js";

/** The function that a rewritten file sends its updates with. */
export interface UpdateFunction {
  name: string;
  /** The name of the type of one update, in TypeScript. */
  type: string;
  /** The parts of the connection that differ between call sites, or that only a call site can name. */
  parameters: readonly ("headers" | "url")[];
  text: string;
}

/** Writes the update function for call sites that talk to Halo in these ways. */
export function updateFunction(
  connections: readonly [Connection, ...Connection[]],
  signer: Signer,
  style: FileStyle,
  names: FreshNames,
): UpdateFunction {
  const [connection] = connections;
  const parameters = (["url", "headers"] as const).filter((part) => {
    const texts = new Set(connections.map((each) => each[part].text));
    return texts.size > 1 || !connection[part].moduleWide;
  });
  const own = {
    update: names.take("updateHaloUsers"),
    post: names.take("postHaloUpdate"),
    token: names.take("haloUpdateToken"),
    type: style.typescript ? names.take("HaloUserUpdate") : "",
  };
  const lines = [
    ...(style.typescript ? typeLines(own, style) : []),
    ...updateLines(own, parameters, style),
    "",
    ...postLines(own, connection, parameters, signer, style),
    "",
    ...tokenLines(own, signer, style),
  ];
  return { name: own.update, type: own.type, parameters, text: inStyle(lines, style) };
}

interface OwnNames {
  update: string;
  post: string;
  token: string;
  type: string;
}

function typeLines({ type }: OwnNames, { semicolon: end }: FileStyle): string[] {
  return [`interface ${type} {`, `\tuser_id: unknown${end}`, `\ttraits: unknown${end}`, `}`, ""];
}

const parameterTypes = {
  url: "Parameters<typeof fetch>[0]",
  headers: 'NonNullable<RequestInit["headers"]>',
};

function updateLines(
  own: OwnNames,
  parameters: UpdateFunction["parameters"],
  style: FileStyle,
): string[] {
  const { semicolon: end, typescript, trailingComma } = style;
  const declared = [
    typed("users", `${own.type}[]`, style),
    ...declaredParameters(parameters, style),
  ];
  const passed = ["batch", ...parameters].join(", ");
  const json = typescript
    ? "((await response.json()) as { skipped?: number }).skipped"
    : "(await response.json()).skipped";
  return [
    "/**",
    ` * Sends traits of existing users to Halo in batches of ${usersPerBatch}, which marks nobody active.`,
    " * Halo skips users that it does not know; the result says how many.",
    " */",
    `async function ${own.update}(${declared.join(", ")})${typescript ? ": Promise<number>" : ""} {`,
    `\tlet skipped = 0${end}`,
    `\tfor (let start = 0; start < users.length; start += ${usersPerBatch}) {`,
    `\t\tconst batch = users.slice(start, start + ${usersPerBatch})${end}`,
    `\t\tconst response = await ${own.post}(${passed})${end}`,
    `\t\tif (!response.ok) {`,
    `\t\t\tconst range = \`users \${start + 1} to \${start + batch.length}\`${end}`,
    `\t\t\tthrow new Error(`,
    `\t\t\t\t\`Halo answered \${response.status} for \${range}: \${await response.text()}\`${trailingComma}`,
    `\t\t\t)${end}`,
    `\t\t}`,
    `\t\tskipped += ${json} ?? 0${end}`,
    `\t}`,
    `\treturn skipped${end}`,
    `}`,
  ];
}

/** The most times that one batch is sent. An update only merges traits, so that sending it again is safe. */
const maxAttempts = 5;

/** The wait before the second attempt is twice this, in milliseconds; it doubles with each further one. */
const backOff = 250;

function postLines(
  own: OwnNames,
  connection: Connection,
  parameters: UpdateFunction["parameters"],
  signer: Signer,
  style: FileStyle,
): string[] {
  const { semicolon: end, trailingComma: comma, typescript } = style;
  const part = (name: "headers" | "url"): string =>
    parameters.includes(name) ? name : copyAt(connection[name], name === "url" ? 1 : 2, style);
  // The copied code reads names of the file, which ours must not hide.
  const { client, options } = connection;
  const copies = [
    client,
    ...options,
    ...(["url", "headers"] as const).map((name) => connection[name]),
  ];
  const taken = new Set(copies.flatMap(({ names }) => names));
  const local = (name: string): string =>
    taken.has(name) && !isParameter(name) ? `${name}_` : name;
  const isParameter = (name: string): boolean => (parameters as readonly string[]).includes(name);
  const [users, attempt, response] = [local("users"), local("attempt"), local("response")];
  const declared = [typed(users, `${own.type}[]`, style), ...declaredParameters(parameters, style)];
  const token = `${signer.isAsync ? "await " : ""}${own.token}()`;
  const result = typescript ? ": Promise<Response>" : "";
  const headers = part("headers");
  return [
    `async function ${own.post}(${[...declared, `${attempt} = 1`].join(", ")})${result} {`,
    `\tconst ${response} = await ${client.text}(${part("url")}, {`,
    `\t\tmethod: ${style.quote}POST${style.quote},`,
    headers === "headers" ? `\t\theaders,` : `\t\theaders: ${headers},`,
    ...options.map(({ text }) => `\t\t${text},`),
    `\t\tbody: JSON.stringify({ user_token: ${token}, update_only: true, ${users === "users" ? users : `users: ${users}`} })${comma}`,
    `\t}).catch((error${typescript ? ": unknown" : ""}) => {`,
    `\t\tif (${attempt} === ${maxAttempts}) throw error${end}`,
    `\t\treturn undefined${end}`,
    `\t})${end}`,
    `\tconst retry = !${response} || ${response}.status === 429 || ${response}.status >= 500${end}`,
    `\tif (${response} && (!retry || ${attempt} === ${maxAttempts})) return ${response}${end}`,
    `\tawait new Promise((resolve) => setTimeout(resolve, ${backOff} * 2 ** ${attempt}))${end}`,
    `\treturn ${own.post}(${[users, ...parameters, `${attempt} + 1`].join(", ")})${end}`,
    `}`,
  ];
}

function tokenLines({ token }: OwnNames, signer: Signer, style: FileStyle): string[] {
  const result = style.typescript ? (signer.isAsync ? ": Promise<string>" : ": string") : "";
  return [
    "/** A token for one batch: for the whole workspace, and valid for five minutes. */",
    `${signer.isAsync ? "async " : ""}function ${token}()${result} {`,
    ...[...secretLines(style), ...signer.lines].map((line) => `\t${line}`),
    `}`,
  ];
}

function typed(name: string, type: string, { typescript }: FileStyle): string {
  return typescript ? `${name}: ${type}` : name;
}

function declaredParameters(parameters: UpdateFunction["parameters"], style: FileStyle): string[] {
  return parameters.map((name) => typed(name, parameterTypes[name], style));
}

/** Copied code with its further lines indented for where it stands now. */
function copyAt({ text }: CopiedCode, levels: number, style: FileStyle): string {
  return reindent(text, "", style.indent.repeat(levels));
}
