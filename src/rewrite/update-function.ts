import { usersPerBatch } from "../halo/limits.js";
import { signUpDate } from "../halo/traits.js";
import type { Connection } from "./connection.js";
import type { CopiedCode } from "./copied-code.js";
import { fitted, inStyle, quoted, reindent } from "./layout.js";
import type { FreshNames } from "./names.js";
import type { RewriteTarget } from "./rewrite-target.js";
import type { SendFunction } from "./send-function.js";
import { secretLines, type Signer } from "./signer.js";
import type { FileStyle } from "./style.js";

/**
 * Writes the function that sends users, for call sites that talk to Halo in these ways.
 *
 * @param tellsStatus - whether its errors have a `status` where Halo refused a batch
 */
export function updateFunction(
  connections: readonly [Connection, ...Connection[]],
  target: Exclude<RewriteTarget, "csv">,
  signer: Signer,
  style: FileStyle,
  names: FreshNames,
  tellsStatus: boolean,
): SendFunction {
  const [connection] = connections;
  const parameters = (["url", "headers"] as const).filter((part) => {
    const texts = new Set(connections.map((each) => each[part].text));
    return texts.size > 1 || !connection[part].moduleWide;
  });
  const own = {
    update: names.take(`${target}HaloUsers`),
    post: names.take(target === "update" ? "postHaloUpdate" : "postHaloImport"),
    token: names.take("haloUpdateToken"),
    type: style.typescript ? names.take("HaloUserUpdate") : "",
    answer: style.typescript ? names.take("HaloAnswer") : "",
    target,
    tellsStatus,
  };
  const lines = [
    ...(style.typescript ? typeLines(own, style) : []),
    ...updateLines(own, parameters, connections, style),
    "",
    ...postLines(own, connections, parameters, signer, style),
    "",
    ...tokenLines(own, signer, style),
  ];
  return {
    name: own.update,
    type: own.type,
    parameters,
    gives: target === "update" ? "skipped" : "promise",
    imported: signer.imported ? [signer.imported] : [],
    text: inStyle(lines, style),
  };
}

interface OwnNames {
  update: string;
  post: string;
  token: string;
  type: string;
  /** The type of an answer, read to its end. */
  answer: string;
  target: Exclude<RewriteTarget, "csv">;
  tellsStatus: boolean;
}

function typeLines({ type, answer }: OwnNames, { semicolon: end }: FileStyle): string[] {
  return [
    ...[`interface ${type} {`, `\tuser_id: unknown${end}`, `\ttraits: unknown${end}`, `}`, ""],
    ...[`interface ${answer} {`, `\tok: boolean${end}`, `\tstatus: number${end}`],
    ...[`\ttext: string${end}`, `}`, ""],
  ];
}

function updateLines(
  own: OwnNames,
  parameters: SendFunction["parameters"],
  connections: readonly [Connection, ...Connection[]],
  style: FileStyle,
): string[] {
  const { semicolon: end, typescript } = style;
  const declared = [
    typed("users", `${own.type}[]`, style),
    ...declaredParameters(parameters, connections, style),
  ];
  const passed = ["batch", "range", ...parameters].join(", ");
  const content = typescript
    ? "(JSON.parse(answer.text) as { skipped?: number })"
    : "JSON.parse(answer.text)";
  const counts = own.target === "update";
  return [
    ...documentation[own.target],
    ...fitted(
      `async function ${own.update}(`,
      declared,
      `)${typescript ? `: Promise<${counts ? "number" : "void"}>` : ""} {`,
      style,
    ),
    ...(counts ? [`\tlet skipped = 0${end}`] : []),
    `\tfor (let start = 0; start < users.length; start += ${usersPerBatch}) {`,
    `\t\tconst batch = users.slice(start, start + ${usersPerBatch})${end}`,
    `\t\tconst range = \`users \${batch[0]?.user_id} to \${batch[batch.length - 1]?.user_id}\`${end}`,
    `\t\tconst answer = await ${own.post}(${passed})${end}`,
    `\t\tif (!answer.ok) {`,
    ...refusalLines(own, style),
    `\t\t}`,
    ...(counts ? [`\t\tskipped += ${content}.skipped ?? 0${end}`] : []),
    `\t}`,
    ...(counts ? [`\treturn skipped${end}`] : []),
    `}`,
  ];
}

/** The lines that throw what Halo says where it refuses a batch. */
function refusalLines({ tellsStatus }: OwnNames, style: FileStyle): string[] {
  const { semicolon: end, trailingComma: comma } = style;
  const text = ["`Halo answered ${answer.status} for ${range}: ${answer.text}`"];
  if (!tellsStatus) return fitted(`\t\t\tthrow new Error(`, text, `)${end}`, style);
  return [
    `\t\t\tthrow Object.assign(`,
    ...fitted(`\t\t\t\tnew Error(`, text, `),`, style),
    `\t\t\t\t{ status: answer.status }${comma}`,
    `\t\t\t)${end}`,
  ];
}

const documentation: Record<OwnNames["target"], readonly string[]> = {
  update: [
    "/**",
    ` * Sends traits of existing users to Halo in batches of ${usersPerBatch}, which marks nobody active.`,
    " * Halo skips users that it does not know; the result says how many.",
    " */",
  ],
  import: [
    "/**",
    ` * Sends users to Halo in batches of ${usersPerBatch}, which marks nobody active.`,
    ` * Halo creates those that it does not know, with ${signUpDate} as the day on which they signed up.`,
    " */",
  ],
};

/** The most times that one batch is sent. An update only merges traits, so that sending it again is safe. */
const maxAttempts = 5;

/** The wait before the second attempt is twice this, in milliseconds; it doubles with each further one. */
const backOff = 250;

function postLines(
  own: OwnNames,
  connections: readonly [Connection, ...Connection[]],
  parameters: SendFunction["parameters"],
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
  const [users, range, attempt, answer, target] = [
    local("users"),
    local("range"),
    local("attempt"),
    local("answer"),
    local("url"),
  ];
  const declared = [
    typed(users, `${own.type}[]`, style),
    typed(range, "string", style),
    ...declaredParameters(parameters, connections, style),
    `${attempt} = 1`,
  ];
  const token = `${signer.isAsync ? "await " : ""}${own.token}()`;
  return [
    ...fitted(
      `async function ${own.post}(`,
      declared,
      `)${typescript ? `: Promise<${own.answer}>` : ""} {`,
      style,
    ),
    ...(isParameter("url") ? [] : assignment(target, copyAt(url, 1, style), style)),
    `\tconst ${answer} = await ${client.text}(${target}, {`,
    `\t\tmethod: ${style.quote}POST${style.quote},`,
    isParameter("headers") || headers.text === "headers"
      ? `\t\theaders,`
      : `\t\theaders: ${copyAt(headers, 2, style)},`,
    ...options.map(({ text }) => `\t\t${text},`),
    `\t\tbody: JSON.stringify({`,
    `\t\t\tuser_token: ${token},`,
    ...(own.target === "update" ? [`\t\t\tupdate_only: true,`] : []),
    `\t\t\t${users === "users" ? users : `users: ${users}`}${comma}`,
    `\t\t})${comma}`,
    `\t})`,
    // Read here, so that a connection which is cut in the middle of the answer is tried again, too.
    `\t\t.then(async (response) => ({`,
    `\t\t\tok: response.ok,`,
    `\t\t\tstatus: response.status,`,
    `\t\t\ttext: await response.text()${comma}`,
    `\t\t}))`,
    `\t\t.catch((error${typescript ? ": unknown" : ""}) => {`,
    `\t\t\tif (${attempt} === ${maxAttempts}) {`,
    `\t\t\t\tconsole.error(\`Halo could not be reached for \${${range}}.\`)${end}`,
    `\t\t\t\tthrow error${end}`,
    `\t\t\t}`,
    `\t\t\treturn undefined${end}`,
    `\t\t})${end}`,
    ...retryLines(own, [users, range, ...parameters], attempt, answer, style),
    `}`,
  ];
}

function retryLines(
  own: OwnNames,
  passed: readonly string[],
  attempt: string,
  answer: string,
  style: FileStyle,
): string[] {
  const end = style.semicolon;
  return [
    `\tconst retry = !${answer} || ${answer}.status === 429 || ${answer}.status >= 500${end}`,
    `\tif (${answer} && (!retry || ${attempt} === ${maxAttempts})) return ${answer}${end}`,
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
  parameters: SendFunction["parameters"],
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
function generalTypes(style: FileStyle): Record<SendFunction["parameters"][number], string> {
  return {
    url: "Parameters<typeof fetch>[0]",
    headers: `NonNullable<RequestInit[${quoted("headers", style)}]>`,
  };
}

/** Copied code with its further lines indented for where it stands now. */
function copyAt({ text }: CopiedCode, levels: number, style: FileStyle): string {
  return reindent(text, "", style.indent.repeat(levels));
}
