import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { RewriteCase } from "./cases.js";
import type { Workspace } from "./workspace.js";

const halo = fileURLToPath(new URL("support/halo-agents.d.ts", import.meta.url));

/** One TypeScript program over all cases, before and after their rewrite, which is much faster than one for each. */
export class TypeCheck {
  readonly #files = new Map<string, { before: string[]; after: string[] }>();
  readonly #program: ts.Program;

  constructor(workspace: Workspace, cases: readonly RewriteCase[]) {
    for (const program of cases) {
      const paths = (version: "after" | "before"): string[] => {
        const path = workspace.project(program, version);
        const others = Object.keys(program.expectedFiles).filter((file) => file.endsWith("ts"));
        return [path, ...others.map((file) => join(dirname(path), file))];
      };
      this.#files.set(program.name, { before: paths("before"), after: paths("after") });
    }
    const paths = [...this.#files.values()].flatMap(({ before, after }) => [...before, ...after]);
    this.#program = ts.createProgram([halo, ...paths], {
      strict: true,
      noEmit: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      skipLibCheck: true,
      moduleDetection: ts.ModuleDetectionKind.Force,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      types: ["node"],
      typeRoots: [join(workspace.folder, "node_modules/@types")],
    });
  }

  /** The errors that strict TypeScript has about a case's program, and about the files that change with it. */
  errorsOf({ name }: RewriteCase): { before: string[]; after: string[] } {
    const files = this.#files.get(name);
    if (!files) throw new Error(`${name} was not given to the type check`);
    return {
      before: files.before.flatMap((path) => this.#errorsIn(path)),
      after: files.after.flatMap((path) => this.#errorsIn(path)),
    };
  }

  #errorsIn(path: string): string[] {
    const file = this.#program.getSourceFile(path);
    if (!file) throw new Error(`TypeScript did not read ${path}`);
    return ts
      .getPreEmitDiagnostics(this.#program, file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }
}
