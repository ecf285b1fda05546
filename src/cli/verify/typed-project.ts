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

/** A TypeScript project in memory, whose files can be given other texts. */
export class TypedProject {
  readonly #project: Project;
  readonly #original = new Map<string, string>();

  /** @throws Error when the configuration cannot be used */
  constructor(tsconfig: string) {
    this.#project = new Project({ tsConfigFilePath: tsconfig });
  }

  /** Whether TypeScript would tell errors of types in a file: it has the file, and checks its language. */
  checks(path: string): boolean {
    const isTypeScript = /\.[cm]?tsx?$/u.test(path);
    const { checkJs } = this.#project.getCompilerOptions();
    return (isTypeScript || checkJs === true) && this.#project.getSourceFile(path) !== undefined;
  }

  /** The other files of the project that import a file. */
  importersOf(path: string): string[] {
    const importers = this.#project.getSourceFile(path)?.getReferencingSourceFiles() ?? [];
    return importers.map((file) => file.getFilePath());
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
    const program = this.#project.getProgram().compilerObject;
    const file = program.getSourceFile(slashed(path));
    if (!file) return [];
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    return found.map(({ start = 0, code, messageText }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const message = ts.flattenDiagnosticMessageText(messageText, " ").replaceAll(/\s+/gu, " ");
      const at = { line: line + 1, column: character + 1 };
      return { path: file.fileName, ...at, message: `TS${code}: ${message}` };
    });
  }
}
