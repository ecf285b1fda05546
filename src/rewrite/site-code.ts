import type { BatchNote } from "./batch-note.js";
import type { Connection } from "./connection.js";
import type { FailureHandler } from "./failure-handler.js";
import { columnsOf, quoted, reindent } from "./layout.js";
import type { FileStyle } from "./style.js";
import type { SendFunction } from "./send-function.js";
import type { UserUpdate } from "./user-update.js";

/**
 * The object for one user, on one line where that fits.
 *
 * @param room - the columns that are left for it
 */
export function userObject(
  update: UserUpdate,
  style: FileStyle,
  indent: string,
  room: number,
): string {
  const id = update.id === "user_id" ? "user_id" : `user_id: ${update.id}`;
  const member = (indentation: string, left: number): string => {
    const traits = update.traits(indentation, left - "traits: ,".length);
    return traits === "traits" ? traits : `traits: ${traits}`;
  };
  const line = `{ ${id}, ${member(indent, Infinity)} }`;
  if (!hasLines(line) && line.length <= room) return line;
  const inner = indent + style.indent;
  return `{\n${inner}${id},\n${inner}${member(inner, style.width - columnsOf(inner))}${style.trailingComma}\n${indent}}`;
}

/**
 * The call that sends a list of updates; on one line where that fits.
 *
 * @param argument - writes the list, for a line with the given indentation and the given room
 * @returns a function that takes the column at which the call starts
 */
export function updateCall(
  update: SendFunction,
  connection: Connection,
  argument: (indentation: string, room: number) => string,
  style: FileStyle,
  indent: string,
): (column: number) => string {
  const further = (indentation: string): string[] =>
    update.parameters.map((part) => reindent(connection[part].text, "", indentation));
  return (column) => {
    const inner = indent + style.indent;
    const rest = further(indent);
    const end = rest.map((part) => `, ${part}`).join("");
    const [shown = ""] = end.split("\n", 1);
    // A last object that is written over several lines starts on the first one, if it is the only such argument.
    const hugs = shown === end || (shown.endsWith("{") && !rest.slice(0, -1).some(hasLines));
    const room = style.width - column - update.name.length - shown.length - (shown === end ? 3 : 1);
    const short = argument(indent, room);
    const isLoneList = rest.length === 0 && short.startsWith("[\n");
    if (isLoneList || (hugs && !hasLines(short) && short.length <= room))
      return `${update.name}(${short}${end})`;
    const long = [argument(inner, style.width - columnsOf(inner) - 1), ...further(inner)];
    return `${update.name}(\n${long.map((part) => inner + part).join(",\n")}${style.trailingComma}\n${indent})`;
  };
}

function hasLines(code: string): boolean {
  return code.includes("\n");
}

/**
 * Lines that send updates, with what is done where that fails, and where it does not.
 *
 * @param batch - the name of the list that they send
 */
export function handled(
  lines: readonly string[],
  onFailure: FailureHandler | undefined,
  style: FileStyle,
  batch = "",
): string[] {
  if (!onFailure) return [...lines];
  const { parameter, taken } = onFailure;
  const { indent } = style;
  return [
    "try {",
    ...[...lines, ...(taken ? noteLines(taken, style, batch) : [])].map((line) => indent + line),
    parameter ? `} catch (${parameter}) {` : "} catch {",
    ...handlerLines(onFailure, style, batch).map((line) => line && indent + line),
    "}",
  ];
}

function handlerLines(
  { parameter, refused, failed }: FailureHandler,
  style: FileStyle,
  batch: string,
): string[] {
  const others = failed ? noteLines(failed, style, batch) : [];
  if (!refused) return others;
  const name = parameter.replace(/:.*$/, "");
  const isRefusal = style.typescript
    ? `${name} instanceof Error && ${quoted("status", style)} in ${name}`
    : `${quoted("status", style)} in ${name}`;
  const lines = noteLines(refused, style, batch);
  if (!failed) return [`if (!(${isRefusal})) throw ${name}${style.semicolon}`, ...lines];
  if (others.join("\n") === lines.join("\n")) return others;
  const deeper = (line: string): string => line && style.indent + line;
  return [`if (${isRefusal}) {`, ...lines.map(deeper), "} else {", ...others.map(deeper), "}"];
}

/** The lines of a note: for each user of a batch, or for all of it at once. */
function noteLines(
  { text, indentation, fields }: BatchNote,
  { indent }: FileStyle,
  batch: string,
): string[] {
  const lines = reindent(text.join(batch), indentation, "").split("\n");
  if (fields.length === 0) return lines;
  return [
    `for (const { ${fields.join(", ")} } of ${batch}) {`,
    ...lines.map((line) => line && indent + line),
    "}",
  ];
}

/** The lines that tell how many users Halo did not know. */
export function warning(skipped: string, style: FileStyle): string[] {
  return [
    `if (${skipped} > 0) {`,
    `${style.indent}console.warn(\`Halo skipped \${${skipped}} unknown users.\`)${style.semicolon}`,
    `}`,
  ];
}
