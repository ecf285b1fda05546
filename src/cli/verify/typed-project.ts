import { basename, dirname, extname } from "node:path";
import { Project, ts } from "ts-morph";
import { slashed } from "./tsconfig-of.js";

/** An error that TypeScript has with a file. */
export interface TypeProblem {
  /** Absolute, with `/`. */
  path: string;
  line: number;
  column: number;
  /** `TS2345: Argument of type …` */
  message: string;
}

const noInputsWereFound = 18003;

/** A TypeScript project in memory, whose files can be given other texts. */
export class TypedProject {
  readonly #project: Project;
  readonly #original = new Map<string, string>();

  /** @throws Error when the configuration cannot be used */
  constructor(tsconfig: string) {
    const problem = problemOf(tsconfig);
    if (problem !== undefined) throw new Error(problem);
    this.#project = new Project({ tsConfigFilePath: tsconfig });
  }

  /** Whether TypeScript would tell errors of types in a file: it has the file, and checks its language. */
  checks(path: string): boolean {
    const isTypeScript = /\.[cm]?tsx?$/u.test(path);
    const { checkJs } = this.#project.getCompilerOptions();
    return (isTypeScript || checkJs === true) && this.#project.getSourceFile(path) !== undefined;
  }

  /** The other files of the project that import a file. ts-morph would ask for the symbol of each import of each file. */
  importersOf(path: string): string[] {
    const wanted = slashed(path);
    const name = basename(path, extname(path));
    // What imports a file mentions its name, or that of the folder of which it is the index.
    const mentioned = name === "index" ? basename(dirname(path)) : name;
    return this.#program()
      .getSourceFiles()
      .filter(
        ({ fileName, text }) =>
          fileName !== wanted &&
          !fileName.includes("/node_modules/") &&
          text.includes(mentioned) &&
          this.#imports(fileName, text).has(wanted),
      )
      .map(({ fileName }) => fileName);
  }

  /** Gives a file another text; `undefined` gives it its own again. */
  setText(path: string, text: string | undefined): void {
    const file = this.#project.getSourceFile(path);
    if (!file) return;
    const original = this.#original.get(path) ?? file.getFullText();
    this.#original.set(path, original);
    file.replaceWithText(text ?? original);
  }

  /** The errors of one file. The rest of the project is looked at only as far as the file's types lead there. */
  errorsOf(path: string): TypeProblem[] {
    const program = this.#program();
    const file = program.getSourceFile(slashed(path));
    if (!file) return [];
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    return found.map(({ start = 0, code, messageText }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const at = { line: line + 1, column: character + 1 };
      return { path: file.fileName, ...at, message: `TS${code}: ${inOneLine(messageText)}` };
    });
  }

  #program(): ts.Program {
    return this.#project.getProgram().compilerObject;
  }

  #imports(fileName: string, text: string): Set<string> {
    const options = this.#project.getCompilerOptions();
    const resolved = ts
      .preProcessFile(text, true, true)
      .importedFiles.map(
        (imported) =>
          ts.resolveModuleName(imported.fileName, fileName, options, ts.sys).resolvedModule
            ?.resolvedFileName,
      );
    return new Set(resolved.flatMap((name) => (name === undefined ? [] : [slashed(name)])));
  }
}

function problemOf(tsconfig: string): string | undefined {
  const read = ts.readConfigFile(tsconfig, (path) => ts.sys.readFile(path));
  if (read.error) return inOneLine(read.error.messageText);
  const { errors } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    dirname(tsconfig),
    undefined,
    tsconfig,
  );
  const problem = errors.find(({ code }) => code !== noInputsWereFound);
  return problem && inOneLine(problem.messageText);
}

function inOneLine(message: string | ts.DiagnosticMessageChain): string {
  return ts.flattenDiagnosticMessageText(message, " ").replaceAll(/\s+/gu, " ");
}
