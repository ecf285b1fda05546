import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { dirname, extname, relative, sep } from "node:path";
import { type ProjectFacts, projectFacts } from "../project/project-facts.js";
import { parse } from "../source/parse.js";
import type { SourceFile } from "../source/source-file.js";
import type { Connection } from "./connection.js";
import { ours } from "./copied-code.js";
import { type ImportedExport, importedExport, usesImports } from "./imported-export.js";
import { quoted } from "./layout.js";
import { FreshNames } from "./names.js";
import type { BatchPlan, CollectPlan, PlanContext } from "./plan.js";
import type { RewriteTarget } from "./rewrite-target.js";
import type { SendFunction } from "./send-function.js";
import { signerFor } from "./signer.js";
import type { FileStyle } from "./style.js";
import { updateFunction } from "./update-function.js";

/** How a file is a module: files that are alike can import one that is, too. */
export interface ModuleForm {
  /** Whether it has `import`; else `require`. */
  isImport: boolean;
  style: FileStyle;
}

/** How a file is a module. */
export function moduleForm(
  source: SourceFile,
  project: ProjectFacts,
  style: FileStyle,
): ModuleForm {
  return { isImport: usesImports(source, project, style), style };
}

/** Whether a module's function can send what a call site sends: by `fetch`, with no options of its own. */
export function fitsModule({ client, options }: Connection): boolean {
  return /^(globalThis\.)?fetch$/.test(client.text) && options.length === 0;
}

type ModuleTarget = Exclude<RewriteTarget, "csv">;

/**
 * The text of a module whose function several files send their users with; the URL and the headers are handed to it.
 *
 * @param path - of the module, absolute
 * @throws Error when the text of an empty module does not parse, which is a defect
 */
export function updateModuleText(
  path: string,
  target: ModuleTarget,
  { isImport, style }: ModuleForm,
): string {
  const empty = parse(path, isImport ? "export {};\n" : "", dirname(path));
  if (!("ast" in empty)) throw new Error(empty.message);
  const names = new FreshNames(empty);
  const signer = signerFor(empty, projectFacts(path), style, names);
  // Two call sites that have nothing in common leave everything to the call.
  const [one, other] = ["one", "other"].map((text): Connection => ({
    client: ours("fetch"),
    url: ours(text),
    headers: ours(text),
    options: [],
  }));
  if (!one || !other) throw new Error("Two are made of two.");
  const send = updateFunction([one, other], target, signer, style, names, true);
  const imports = send.imported.flatMap(({ line }) => line ?? []);
  const exported = isImport
    ? send.text.replace(`async function ${send.name}(`, (start) => `export ${start}`)
    : send.text;
  const body =
    send.type === ""
      ? exported
      : exported.replace(`interface ${send.type} `, (start) => `export ${start}`);
  const end = isImport ? [] : [`module.exports = { ${send.name} }${style.semicolon}`];
  return `${[...imports, body, ...end].join("\n\n")}\n`.replaceAll("\n", style.endOfLine);
}

/** The module's function, for the call sites of one file. */
export function importedSendFunction(
  source: SourceFile,
  plans: readonly (BatchPlan | CollectPlan)[],
  path: string,
  { project, style, target }: PlanContext,
  names: FreshNames,
): SendFunction {
  const name = `${target}HaloUsers`;
  const specifier = specifierOf(source, path, usesImports(source, project, style));
  const library = { modules: [specifier], exported: name, local: name };
  const imported = importedExport(source, library, project, style, names);
  const type = "HaloUserUpdate";
  const isTyped = style.typescript && plans.some(({ strategy }) => strategy === "collect");
  const line = isTyped
    ? `import { type ${type}, ${name}${imported.local === name ? "" : ` as ${imported.local}`} } from ${quoted(specifier, style)}${style.semicolon}`
    : imported.line;
  return {
    name: imported.local,
    type: isTyped ? type : "",
    parameters: ["url", "headers"],
    gives: target === "update" ? "skipped" : "promise",
    imported: [{ ...imported, line } satisfies ImportedExport],
    text: "",
  };
}

/** The module as a file imports it: with an extension where its other imports have one. */
function specifierOf(source: SourceFile, path: string, isImport: boolean): string {
  const extension = extname(path);
  const given = relative(dirname(source.path), path).split(sep).join("/");
  const bare = given.slice(0, -extension.length);
  const start = bare.startsWith(".") ? bare : `./${bare}`;
  const others = source.ast.body.flatMap((statement) =>
    statement.type === AST_NODE_TYPES.ImportDeclaration && statement.source.value.startsWith(".")
      ? [extname(statement.source.value)]
      : [],
  );
  const isPlain = extension === ".js" || extension === ".ts";
  const isBare = isPlain && (isImport ? others.length > 0 && !others.some(isExtension) : true);
  if (isBare) return start;
  const isSource = others.some((other) => /^\.[cm]?ts$/.test(other));
  return start + (isSource ? extension : extension.replace("ts", "js"));
}

function isExtension(text: string): boolean {
  return /^\.[cm]?[jt]sx?$/.test(text);
}
