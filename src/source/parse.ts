import { analyze, type ScopeManager } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { extname } from "node:path";
import { parseSync, type ParserOptions } from "oxc-parser";
import { deepNesting } from "./nesting.js";
import { positionAt } from "./position.js";
import type { SourceFile } from "./source-file.js";
import { childrenOf } from "./syntax.js";

/** Where and why a text is no program; the position is 1-based. */
export interface SyntaxProblem {
  line: number;
  column: number;
  message: string;
}

type Language = NonNullable<ParserOptions["lang"]>;

// `.ts` is never read as `.tsx`: `<T>value` and generic arrows mean something else there.
const languages: Record<string, Language> = {
  ".js": "jsx",
  ".jsx": "jsx",
  ".cjs": "jsx",
  ".mjs": "jsx",
  ".ts": "ts",
  ".cts": "ts",
  ".mts": "ts",
  ".tsx": "tsx",
};

/**
 * Parses a file without ESLint and without loading TypeScript.
 *
 * @param path - absolute; its extension chooses the language
 * @param root - the folder that evidence drawn from the path is relative to
 */
export function parse(path: string, text: string, root: string): SourceFile | SyntaxProblem {
  const deep = deepNesting(text);
  if (deep !== undefined) return { ...positionAt(text, deep), message: tooDeep };
  const extension = extname(path);
  const lang = languages[extension] ?? "jsx";
  const modules = /^\.c[jt]s$/.test(extension)
    ? (["commonjs"] as const)
    : (["module", "commonjs"] as const);
  let problem: SyntaxProblem | undefined;
  for (const sourceType of modules) {
    const { program, comments, errors } = parseSync(path, text, {
      lang,
      sourceType,
      astType: "ts",
      range: true,
      preserveParens: false,
    });
    const error = errors[0];
    if (!error) return assemble(path, root, text, program as unknown as TSESTree.Program, comments);
    // The first attempt's words describe the file best: nearly every file is a module.
    problem ??= { ...positionAt(text, error.labels[0]?.start ?? 0), message: error.message };
  }
  if (!problem) throw new Error("unreachable: a parse ends in a program or an error");
  return problem;
}

const tooDeep = "The code nests too deeply to be analysed";

function assemble(
  path: string,
  root: string,
  text: string,
  ast: TSESTree.Program,
  comments: readonly { type: "Line" | "Block"; value: string; start: number; end: number }[],
): SourceFile | SyntaxProblem {
  linkParents(ast);
  const scopes = analyzed(ast);
  if (!scopes) return { line: 1, column: 1, message: tooDeep };
  return {
    path,
    root,
    text,
    ast,
    scopes,
    comments: comments.map(({ start, end, ...comment }) => {
      return { ...comment, range: [start, end] } as unknown as TSESTree.Comment;
    }),
  };
}

/** The scopes; `undefined` where the program nests so deeply without brackets that the analysis runs out of stack. */
function analyzed(ast: TSESTree.Program): ScopeManager | undefined {
  try {
    return analyze(ast, { sourceType: "module" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function linkParents(root: TSESTree.Node): void {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of childrenOf(node)) {
      child.parent = node;
      stack.push(child);
    }
  }
}
