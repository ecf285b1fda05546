import { Project, type ts } from "ts-morph";
import type { TypeInformation } from "../source/type-information.js";
import { checkedTypes } from "./checked-types.js";

/** A TypeScript project whose types answer for its files. */
export interface ProjectTypes {
  /** The types of a file; `undefined` where the project does not have the file. */
  typesOf: (path: string) => TypeInformation | undefined;
}

/**
 * Opens a project. It is read here, once; its types are checked as they are asked for.
 *
 * @param tsconfig - the path of a `tsconfig.json`
 * @throws Error when it cannot be read, or is no configuration
 */
export function openProject(tsconfig: string): ProjectTypes {
  const project = new Project({ tsConfigFilePath: tsconfig });
  const checker = project.getTypeChecker().compilerObject;
  return {
    typesOf(path) {
      const file = project.getSourceFile(path)?.compilerNode;
      return file && checkedTypes(checker, (node) => nodeAt(file, file, node.range));
    },
  };
}

/** The innermost node that takes up exactly this part of the text. */
function nodeAt(
  file: ts.SourceFile,
  within: ts.Node,
  range: readonly [number, number],
): ts.Node | undefined {
  let found: ts.Node | undefined;
  within.forEachChild((child) => {
    if (found || child.pos > range[0] || child.end < range[1]) return;
    found = nodeAt(file, child, range);
  });
  const exact = within.getStart(file) === range[0] && within.end === range[1];
  return found ?? (exact ? within : undefined);
}
