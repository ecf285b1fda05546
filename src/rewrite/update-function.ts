import { usersPerBatch } from "../halo/limits.js";
import type { Connection } from "./connection.js";
import type { CopiedCode } from "./copied-code.js";
import { fitted, inStyle, quoted, reindent } from "./layout.js";
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
    ...updateLines(own, parameters, connections, style),
    "",
    ...postLines(own, connections, parameters, signer, style),
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

function updateLines(
  own: OwnNames,
  parameters: UpdateFunction["parameters"],
  connections: readonly [Connection, ...Connection[]],
  style: FileStyle,
): string[] {
  const { semicolon: end, typescript } = style;
  const declared = [
    typed("users", `${own.type}[]`, style),
    ...declaredParameters(parameters, connections, style),
  ];
  const passed = ["batch", ...parameters].join(", ");
  const answer = typescript
    ? "(await response.json()) as { skipped?: number }"
    : "await response.json()";
  return [
    "/**",
    ` * Sends traits of existing users to Halo in batches of ${usersPerBatch}, which marks nobody active.`,
    " * Halo skips users that it does not know; the result says how many.",
    " */",
    ...fitted(
      `async function ${own.update}(`,
      declared,
      `)${typescript ? ": Promise<number>" : ""} {`,
      style,
    ),
    `\tlet skipped = 0${end}`,
    `\tfor (let start = 0; start < users.length; start += ${usersPerBatch}) {`,
    `\t\tconst batch = users.slice(start, start + ${usersPerBatch})${end}`,
    `\t\tconst response = await ${own.post}(${passed})${end}`,
    `\t\tif (!response.ok) {`,
    `\t\t\tconst range = \`users \${start + 1} to \${start + batch.length}\`${end}`,
    ...fitted(
      `\t\t\tthrow new Error(`,
      [`\`Halo answered \${response.status} for \${range}: \${await response.text()}\``],
      `)${end}`,
      style,
    ),
    `\t\t}`,
    `\t\tconst answer = ${answer}${end}`,
    `\t\tskipped += answer.skipped ?? 0${end}`,
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
  connections: readonly [Connection, ...Connection[]],
  parameters: UpdateFunction["parameters"],
  signer: Signer,
  style: FileStyle,
): string[] {
  const { semicolon: end, trailingComma: comma, typescript } = style;
  const [{ client, options, url, headers }] = connections;
  // The copied code reads names of the file, which ours must not hide.
  const taken = new Set([client, url, headers, ...options].flatMap(({ names }) => names));
  const isParameter = (name: string): boolean => parameters.some((parameter) => parameter === name);
  const local = (name: string): string =>
    taken.has(name) && !isParameter(name) ? `${name}_` : name;
  const [users, attempt, response, target] = [
    local("users"),
    local("attempt"),
    local("response"),
    local("url"),
  ];
  const declared = [
    typed(users, `${own.type}[]`, style),
    ...declaredParameters(parameters, connections, style),
    `${attempt} = 1`,
  ];
  const token = `${signer.isAsync ? "await " : ""}${own.token}()`;
  return [
    ...fitted(
      `async function ${own.post}(`,
      declared,
      `)${typescript ? ": Promise<Response>" : ""} {`,
      style,
    ),
    ...(isParameter("url") ? [] : assignment(target, copyAt(url, 1, style), style)),
    `\tconst ${response} = await ${client.text}(${target}, {`,
    `\t\tmethod: ${style.quote}POST${style.quote},`,
    isParameter("headers") || headers.text === "headers"
      ? `\t\theaders,`
      : `\t\theaders: ${copyAt(headers, 2, style)},`,
    ...options.map(({ text }) => `\t\t${text},`),
    `\t\tbody: JSON.stringify({`,
    `\t\t\tuser_token: ${token},`,
    `\t\t\tupdate_only: true,`,
    `\t\t\t${users === "users" ? users : `users: ${users}`}${comma}`,
    `\t\t})${comma}`,
    `\t}).catch((error${typescript ? ": unknown" : ""}) => {`,
    `\t\tif (${attempt} === ${maxAttempts}) throw error${end}`,
    `\t\treturn undefined${end}`,
    `\t})${end}`,
    ...retryLines(own, [users, ...parameters], attempt, response, style),
    `}`,
  ];
}

function retryLines(
  own: OwnNames,
  passed: readonly string[],
  attempt: string,
  response: string,
  style: FileStyle,
): string[] {
  const end = style.semicolon;
  return [
    `\tconst retry = !${response} || ${response}.status === 429 || ${response}.status >= 500${end}`,
    `\tif (${response} && (!retry || ${attempt} === ${maxAttempts})) return ${response}${end}`,
    `\tawait new Promise((resolve) => setTimeout(resolve, ${backOff} * 2 ** ${attempt}))${end}`,
    `\treturn ${own.post}(${[...passed, `${attempt} + 1`].join(", ")})${end}`,
  ];
}

/** `const name = value`; a long string goes to a line of its own, as Prettier has it. */
function assignment(name: string, value: string, style: FileStyle): string[] {
  const end = style.semicolon;
  const isLong = style.indent.length + `const ${name} = ${value}${end}`.length > style.width;
  return isLong && value.startsWith(style.quote)
    ? [`\tconst ${name} =`, `\t\t${value}${end}`]
    : [`\tconst ${name} = ${value}${end}`];
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

function declaredParameters(
  parameters: UpdateFunction["parameters"],
  connections: readonly Connection[],
  style: FileStyle,
): string[] {
  return parameters.map((name) => {
    const types = new Set(connections.map((connection) => connection[name].type));
    const [only = ""] = types.size === 1 ? types : [];
    return typed(name, only || generalTypes(style)[name], style);
  });
}

/** What fetch takes there. */
function generalTypes(style: FileStyle): Record<UpdateFunction["parameters"][number], string> {
  return {
    url: "Parameters<typeof fetch>[0]",
    headers: `NonNullable<RequestInit[${quoted("headers", style)}]>`,
  };
}

/** Copied code with its further lines indented for where it stands now. */
function copyAt({ text }: CopiedCode, levels: number, style: FileStyle): string {
  return reindent(text, "", style.indent.repeat(levels));
}
