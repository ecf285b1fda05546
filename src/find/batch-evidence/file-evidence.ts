import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { basename, relative } from "node:path";
import type { Launcher, SourceFile } from "../../source/source-file.js";
import { isFunction, staticName } from "../../source/syntax.js";
import { functionName } from "../values/function-name.js";
import { commandLineEvidence } from "./command-line-evidence.js";
import type { EvidenceRow, CallPlace } from "./evidence.js";
import { wordsOf } from "./function-role.js";

const batchFolders = [
  "scripts",
  "jobs",
  "cron",
  "crons",
  "migrations",
  "seeds",
  "seeders",
  "backfills",
];

/** `#!/usr/bin/env node` */
export const shebang: EvidenceRow = {
  weight: 3,
  reason: "A file that a shell can run is started by a person or a machine, and not by a user.",
  find: ({ source }) =>
    source.text.startsWith("#!") ? "the file starts with a shebang" : undefined,
};

/** `scripts/plan.js`, `src/halo-backfill/handler.ts`, `prisma/seed.ts` */
export const path: EvidenceRow = {
  weight: 3,
  reason: "Projects keep one-off and scheduled work in folders and files of these names.",
  find({ source, settings }) {
    const parts = relative(source.root, source.path).split(/[\\/]/);
    const folder = parts
      .slice(0, -1)
      .find((name) => [...batchFolders, ...settings.batchPaths].includes(name));
    if (folder !== undefined) return `the file is under ${folder}/`;
    if (saysBackfill(source)) return "the file's path says backfill";
    const [stem] = parts.at(-1)?.split(".") ?? [];
    return stem === "seed" ? "the file is named seed" : undefined;
  },
};

/** Whether a folder or the file is named after a backfill. */
export function saysBackfill({ root, path: file }: SourceFile): boolean {
  return wordsOf(relative(root, file)).includes("backfill");
}

/** `process.argv`, `commander` and its kin */
export const commandLine: EvidenceRow = {
  weight: 3,
  reason: "Whom a command line names is somebody else than whoever types it.",
  find: ({ source }) => commandLineEvidence(source),
};

/** `exports.command = "plan <user>"; exports.handler = async (argv) => …`, a file that yargs loads. */
export const yargsCommand: EvidenceRow = {
  weight: 3,
  reason: "As for the command line, which another file reads.",
  find({ source, functions }) {
    const isHandler = functions.some((fn) => functionName(fn, source) === "handler");
    return isHandler && exportsCommand(source) ? "it handles a command of yargs" : undefined;
  },
};

function exportsCommand({ ast }: SourceFile): boolean {
  const names = new Set(ast.body.flatMap(exportedNames));
  return names.has("command") && (names.has("builder") || names.has("describe"));
}

/** `export const command = …`, `exports.command = …`, `module.exports = { command: … }`. */
function exportedNames(statement: TSESTree.Statement): string | string[] {
  if (statement.type === AST_NODE_TYPES.ExportNamedDeclaration) {
    const { declaration } = statement;
    if (isFunction(declaration)) return [declaration.id?.name ?? ""];
    if (declaration?.type !== AST_NODE_TYPES.VariableDeclaration) return [];
    return declaration.declarations.flatMap(({ id }) =>
      id.type === AST_NODE_TYPES.Identifier ? id.name : [],
    );
  }
  if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return [];
  const { expression } = statement;
  if (expression.type !== AST_NODE_TYPES.AssignmentExpression) return [];
  const { left, right } = expression;
  const name = left.type === AST_NODE_TYPES.MemberExpression ? staticName(left) : undefined;
  if (name !== "exports" || right.type !== AST_NODE_TYPES.ObjectExpression) return name ?? [];
  return right.properties.flatMap((property) =>
    property.type === AST_NODE_TYPES.Property ? (staticName(property) ?? []) : [],
  );
}

/** `"backfill": "tsx src/halo.ts"` */
export const npmScript: EvidenceRow = {
  weight: 3,
  reason: "What a script of the manifest runs once is started by hand or by a machine.",
  find: ({ source }) => launchedBy(source, "npm-script"),
};

/** `"bin": { "set-plan": "dist/main.js" }` */
export const bin: EvidenceRow = {
  weight: 3,
  reason: "A command that a package installs is started by hand or by a machine.",
  find: ({ source }) => launchedBy(source, "bin"),
};

/** `"crons": [{ "path": "/api/daily", … }]` of vercel.json */
export const vercelCron: EvidenceRow = {
  // More than a request handler and a query of a signed-in user's session weigh against it.
  weight: 7,
  reason: "Vercel calls the route by the clock; nobody's browser does.",
  find: ({ source, functions }) =>
    // It calls by GET.
    functions.some((fn) => /^(POST|PUT|PATCH|DELETE)$/.test(functionName(fn, source)))
      ? undefined
      : launchedBy(source, "vercel-cron"),
};

function launchedBy(source: SourceFile, by: Launcher["by"]): string | undefined {
  return source.launchers?.().find((launcher) => launcher.by === by)?.says;
}

/** `async function weeklyReport()`, `src/daily.ts` */
export const periodicName: EvidenceRow = {
  // A "daily reward" is handed to a live user; another sign has to come with it.
  weight: 2,
  reason: "Work that is named after a period is mostly done by the clock.",
  find({ source, functions }) {
    const names = [basename(source.path), ...functions.map((fn) => functionName(fn, source))];
    const word = names.flatMap(wordsOf).find((each) => periods.has(each));
    return word && `a name says ${word}`;
  },
};

const periods = new Set(["hourly", "daily", "weekly", "monthly", "quarterly", "yearly"]);

/** `async function backfillOwner()`, `exports.nightly = …` */
export const backfillName: EvidenceRow = {
  weight: 3,
  reason: "The code says itself what it is.",
  find({ source, functions }: CallPlace) {
    const names = functions.map((fn) => functionName(fn, source));
    const word = names.flatMap(wordsOf).find((each) => /^(backfills?|nightly)$/.test(each));
    return word && `a function's name says ${word}`;
  },
};
