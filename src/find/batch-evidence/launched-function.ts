import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, descendants, type FunctionNode, staticName } from "../../source/syntax.js";
import type { Settings } from "../settings.js";
import { followed, functionAt, type PlacedFunction } from "../values/definition.js";
import { exportedFrom } from "../values/exports.js";
import { migration } from "./data-evidence.js";
import type { CallPlace, EvidenceRow } from "./evidence.js";
import { backfillName, yargsCommand } from "./file-evidence.js";
import { loadedModules } from "./loaded-modules.js";
import { scheduledHandler } from "./schedule-evidence.js";

/** `import { heartbeat } from "@temporalio/activity"`, and `export async function backfillContact(id)` beside it. */
const temporalBackfill: Pick<EvidenceRow, "find"> = {
  find: (place) =>
    loadedModules(place.source).includes("@temporalio/activity")
      ? backfillName.find(place)
      : undefined,
};

// The roles in which something outside of the project calls an exported function, and that something is no user.
const roles = [migration, yargsCommand, scheduledHandler, temporalBackfill];

/**
 * Whether a function is exported for what launches it as a job, by its role and name, and nothing in the project calls it
 * besides: then there is no user whom a call of it could mean.
 *
 * @param names - that it is exported under
 */
export function isOnlyLaunched(
  source: SourceFile,
  fn: FunctionNode,
  names: readonly string[],
  settings: Settings,
): boolean {
  // What its callers in the same file are for says nothing of those in others.
  const own: CallPlace = {
    ...{ source, settings, call: fn.body, functions: [fn] },
    ...{ calls: [], branches: [], properties: [] },
  };
  return (
    roles.some((role) => role.find(own) !== undefined) &&
    !callsItself(source, names) &&
    source.modules
      ?.leadingFiles()
      .every(
        (file) => file.path === source.path || !takesFrom(file, { source, node: fn }, names),
      ) === true
  );
}

/** Whether a file calls a function itself: `await handler(event)`. */
function callsItself(source: SourceFile, names: readonly string[]): boolean {
  return [...descendants(source.ast)].some(
    (node) => node.type === AST_NODE_TYPES.CallExpression && names.includes(calleeName(node) ?? ""),
  );
}

/** Whether a file has an import that leads to the function, and spells its name; what is handed on whole calls nothing. */
function takesFrom(file: SourceFile, fn: PlacedFunction, names: readonly string[]): boolean {
  const leading = names.filter((name) =>
    specifiersIn(file).some((specifier) => {
      const module = file.modules?.fileOf(specifier, file);
      const place = module && exportedFrom(module, [name]);
      const found = place && functionAt(followed(place));
      return found !== undefined && isSame(found, fn);
    }),
  );
  return leading.includes("default") || spellsOneOf(file, leading);
}

/** Files that import each other read a file anew that a host has parsed already. */
function isSame(a: PlacedFunction, b: PlacedFunction): boolean {
  return a.source.path === b.source.path && a.node.range[0] === b.node.range[0];
}

function spellsOneOf({ ast }: SourceFile, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  return [...descendants(ast)].some(
    (node) =>
      (node.type === AST_NODE_TYPES.Identifier && names.includes(node.name)) ||
      (node.type === AST_NODE_TYPES.MemberExpression && names.includes(staticName(node) ?? "")),
  );
}

/** What a file imports, requires and hands on from other files. */
function specifiersIn(file: SourceFile): string[] {
  const others = [...descendants(file.ast)].flatMap((node) => {
    switch (node.type) {
      case AST_NODE_TYPES.ImportExpression:
        return node.source.type === AST_NODE_TYPES.Literal ? String(node.source.value) : [];
      case AST_NODE_TYPES.ExportAllDeclaration:
        return node.source.value;
      case AST_NODE_TYPES.ExportNamedDeclaration:
        return node.source?.value ?? [];
      default:
        return [];
    }
  });
  return [...loadedModules(file), ...others];
}
