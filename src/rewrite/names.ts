import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { descendants } from "../source/syntax.js";

/** Gives out names that a file does not use yet. */
export class FreshNames {
  readonly #taken = new Set<string>();

  constructor(source: SourceFile) {
    for (const node of descendants(source.ast)) {
      if (node.type === AST_NODE_TYPES.Identifier) this.#taken.add(node.name);
    }
  }

  /** The name itself where it is free, else with the first number that makes it so; taken from then on. */
  take(name: string): string {
    let fresh = name;
    for (let number = 2; this.#taken.has(fresh); number++) fresh = `${name}${number}`;
    this.#taken.add(fresh);
    return fresh;
  }
}
