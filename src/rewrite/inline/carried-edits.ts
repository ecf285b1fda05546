import type { SourceFile } from "../../source/source-file.js";
import { isWithin } from "../../source/syntax.js";
import type { TextEdit } from "../../source/text-edit.js";
import { bound } from "../imported-export.js";
import { importPoint } from "../insertion-points.js";
import { quoted } from "../layout.js";
import type { FileStyle } from "../style.js";
import type { CarriedDeclaration } from "./carried-declarations.js";
import type { CarriedImport } from "./carried-import.js";

/** A name, and what it imports. */
interface NamedImport extends CarriedImport {
  local: string;
}

/**
 * The edit that puts declarations after the imports of a file.
 *
 * @param removals - the edits that take away other imports
 */
export function carriedEdits(
  source: SourceFile,
  declarations: readonly CarriedDeclaration[],
  removals: readonly TextEdit[],
  style: FileStyle,
): TextEdit[] {
  if (declarations.length === 0) return [];
  const imports = declarations.flatMap(({ local, value }) =>
    typeof value === "object" ? [{ ...value, local }] : [],
  );
  const constants = declarations.flatMap(({ local, value }) =>
    typeof value === "string" ? [`const ${local} = ${value}${style.semicolon}`] : [],
  );
  const modules = new Map<string, NamedImport[]>();
  for (const each of imports) {
    const key = `${each.kind} ${each.module}`;
    modules.set(key, [...(modules.get(key) ?? []), each]);
  }
  const isImport = imports.every(({ kind }) => kind === "import");
  const { offset, after } = importPoint(source, isImport, (statement) =>
    removals.some(({ range, text }) => text === "" && isWithin(statement, { range })),
  );
  const { endOfLine } = style;
  const lines = [...modules.values()].flatMap((names) => importLines(names, style));
  const code = [...lines, ...constants].join(endOfLine);
  const text = after ? endOfLine + code : code + endOfLine + endOfLine;
  return [{ range: [offset, offset], text }];
}

/** The statements that import names of one module: one for all of them, if they can stand together. */
function importLines(names: readonly NamedImport[], style: FileStyle): string[] {
  const isWhole = ({ exported }: NamedImport): boolean => exported === "*";
  const isDefault = ({ kind, exported }: NamedImport): boolean =>
    kind === "import" && exported === "default";
  const members = names.filter((each) => !isWhole(each) && !isDefault(each));
  const [first] = members;
  const value = names.find(isDefault);
  const separator = first?.kind === "require" ? ": " : " as ";
  const list = members.map(({ exported, local }) => bound(exported, local, separator)).join(", ");
  const together = [value?.local, first && `{ ${list} }`].filter((part) => part !== undefined);
  return [
    ...names
      .filter(isWhole)
      .map((each) =>
        importLine(each, each.kind === "import" ? `* as ${each.local}` : each.local, style),
      ),
    ...[value ?? first].flatMap((each) =>
      each ? [importLine(each, together.join(", "), style)] : [],
    ),
  ];
}

function importLine({ kind, module }: NamedImport, clause: string, style: FileStyle): string {
  const from = quoted(module, style);
  return kind === "import"
    ? `import ${clause} from ${from}${style.semicolon}`
    : `const ${clause} = require(${from})${style.semicolon}`;
}
