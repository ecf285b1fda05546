import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { ancestors, descendants, isFunction } from "../source/syntax.js";

/** Gives out names that a file does not use yet. */
export class FreshNames {
  readonly #taken = new Set<string>();
  readonly #local = new Map<string, TSESTree.Node[]>();

  constructor(source: SourceFile) {
    for (const node of descendants(source.ast)) {
      if (node.type === AST_NODE_TYPES.Identifier) this.#taken.add(node.name);
    }
  }

  /** The name itself where it is free, else with the first number that makes it so; taken from then on. */
  take(name: string): string {
    const fresh = firstFree(name, (candidate) => !this.#taken.has(candidate));
    this.#taken.add(fresh);
    return fresh;
  }

  /** As `take`, for a variable of the function around a node: another function may have one of that name too. */
  takeLocal(name: string, at: TSESTree.Node): string {
    const around = [...ancestors(at)];
    const block = around.find(isFunction) ?? around.at(-1) ?? at;
    const fresh = firstFree(
      name,
      (candidate) =>
        !this.#taken.has(candidate) &&
        !this.#local.get(candidate)?.some((other) => areNested(other, block)),
    );
    this.#local.set(fresh, [...(this.#local.get(fresh) ?? []), block]);
    return fresh;
  }
}

function firstFree(name: string, isFree: (candidate: string) => boolean): string {
  let fresh = name;
  for (let number = 2; !isFree(fresh); number++) fresh = `${name}${number}`;
  return fresh;
}

function areNested(a: TSESTree.Node, b: TSESTree.Node): boolean {
  return (
    (a.range[0] <= b.range[0] && b.range[1] <= a.range[1]) ||
    (b.range[0] <= a.range[0] && a.range[1] <= b.range[1])
  );
}
