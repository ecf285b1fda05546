import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { Finding } from "../find/find.js";
import { staticTexts } from "../find/values/static-text.js";
import { defaultBaseUrl } from "../halo/endpoints.js";
import { sdk } from "../halo/sdk.js";
import { displayPath } from "../project/display-path.js";
import { positionAt } from "../source/position.js";
import type { SourceFile } from "../source/source-file.js";
import { isWithin } from "../source/syntax.js";
import type { IdentifySite } from "./identify-site.js";
import { freeVariables } from "./scope-check.js";
import type { FileStyle } from "./style.js";
import { userUpdate } from "./user-update.js";

/**
 * A program for a server that identifies the same users with the same traits as a loop in a browser's code does, to be
 * rewritten in its place. What it cannot know it reads from names that nothing declares, so that it fails until a
 * person has filled them in. `undefined` where the loop does not show what is said of a user.
 */
export function serverProgram(
  source: SourceFile,
  finding: Finding,
  style: FileStyle,
): string | undefined {
  if (finding.kind !== "loop" || finding.repetition.throughFunction) return undefined;
  const { identify } = finding;
  const [iteration, outer] = finding.repetition.iterations;
  const [declared] = iteration.elements;
  const element =
    declared?.type === AST_NODE_TYPES.VariableDeclaration ? declared.declarations[0].id : declared;
  if (identify.reach === "wrapper" || !iteration.over || !element || outer) return undefined;
  if (!goesToDefault(source, identify)) return undefined;
  const site: IdentifySite = { source, call: identify.call, identify, wrapper: undefined };
  const update = userUpdate(site, undefined, style);
  if (typeof update === "string") return undefined;
  const unknown = new Set(
    update.kept
      .flatMap((node) => freeVariables(source, node))
      .filter(({ defs }) => !defs.some(({ name }) => isWithin(name, element)))
      .map(({ name }) => name),
  );
  const [start] = identify.call.range;
  const { line } = positionAt(source.text, start);
  const text = (node: TSESTree.Node): string => source.text.slice(...node.range);
  return [
    `// The users of ${displayPath(source.path, source.root)}:${line}, sent from a server. Write readUsers(), which gives`,
    `// what \`${text(iteration.over).replaceAll(/\s+/g, " ")}\` gives there.`,
    ...(unknown.size > 0
      ? [`// Give a value to these names, too: ${[...unknown].join(", ")}.`]
      : []),
    `for (const ${text(element)} of await readUsers()) {`,
    `${style.indent}${sdk.documentedInstanceName}.${sdk.identifyMethod}(${update.id}, ${update.traits(style.indent, 60)})${style.semicolon}`,
    `}`,
    ``,
  ].join("\n");
}

/** The program has no place for another base URL than Halo's own. */
function goesToDefault(source: SourceFile, identify: IdentifySite["identify"]): boolean {
  if (identify.reach === "sdk") return identify.by !== "reference";
  return staticTexts(source, identify.url).some((text) => text.startsWith(defaultBaseUrl));
}
