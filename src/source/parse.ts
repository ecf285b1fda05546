import { analyze, type ScopeManager } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { extname } from "node:path";
import { type OxcError, parseSync, type ParseResult, type ParserOptions } from "oxc-parser";
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

/** How to read a text as a program. */
export interface Reading {
  /** Tried one after the other. */
  languages: readonly Language[];
  /** Whether the top level may `return`. */
  returns?: boolean;
}

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
  const language = languages[extname(path)] ?? "jsx";
  return parseAs({ languages: [language] }, { path, root, text, code: text });
}

/** The text of a program, and where it is from. */
interface ProgramText {
  path: string;
  root: string;
  /** The file's. */
  text: string;
  /** The text without what is no part of the program; every offset is the same in both. */
  code: string;
}

/** Parses a program as it is said to be read. */
export function parseAs(reading: Reading, program: ProgramText): SourceFile | SyntaxProblem {
  const { path, text, code } = program;
  const deep = deepNesting(code);
  if (deep !== undefined) return { ...positionAt(text, deep), message: tooDeep };
  const modules = /\.c[jt]s$/.test(path)
    ? (["commonjs"] as const)
    : (["module", "commonjs"] as const);
  let problem: SyntaxProblem | undefined;
  for (const lang of reading.languages) {
    for (const sourceType of modules) {
      const {
        program: ast,
        comments,
        errors,
      } = parseSync(path, code, {
        lang,
        sourceType,
        astType: "ts",
        range: true,
        preserveParens: false,
      });
      const error = firstError(ast, errors, code, reading);
      if (!error) return assemble(program, ast as unknown as TSESTree.Program, comments);
      // The first attempt's words describe the file best: nearly every file is a module.
      const { labels, message } = error;
      problem ??= { ...positionAt(text, labels[0]?.start ?? 0), message };
    }
  }
  if (!problem) throw new Error("unreachable: a parse ends in a program or an error");
  return problem;
}

/** The parser steps over a `return` outside of any function; where it could not go on, no statement is left. */
function firstError(
  { body }: ParseResult["program"],
  errors: readonly OxcError[],
  code: string,
  { returns = false }: Reading,
): OxcError | undefined {
  if (!returns) return errors[0];
  const isReturn = ({ labels: [label] }: OxcError): boolean =>
    label !== undefined && code.startsWith("return", label.start);
  const error = errors.find((each) => !isReturn(each));
  return error ?? (body.length === 0 ? errors[0] : undefined);
}

const tooDeep = "The code nests too deeply to be analysed";

function assemble(
  { path, root, text }: ProgramText,
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
