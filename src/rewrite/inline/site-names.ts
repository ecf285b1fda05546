import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { ancestors, descendants, isFunction, isWithin } from "../../source/syntax.js";

/** Gives out names for variables that come to stand beside a call. */
export class SiteNames {
  readonly #taken: Set<string>;

  /**
   * @param fn - the function that is written at the call, if it is of the same file: what it names itself is no obstacle
   */
  constructor(source: SourceFile, call: TSESTree.Node, fn: TSESTree.Node | undefined) {
    const around = [...ancestors(call)].filter(
      (node) => node.type !== AST_NODE_TYPES.Program && !(fn && isWithin(fn, node)),
    );
    const owner = around.findLast(isFunction) ?? around.at(-1) ?? call;
    const names = [...descendants(owner)].flatMap((node) =>
      node.type === AST_NODE_TYPES.Identifier ? [node.name] : [],
    );
    const isTop = owner.parent?.type === AST_NODE_TYPES.Program && !isFunction(owner);
    const top = isTop ? source.scopes.scopes.filter(({ block }) => block === owner.parent) : [];
    this.#taken = new Set([
      ...names,
      ...top
        .flatMap(({ variables }) => variables)
        .flatMap(({ name, defs }) => (defs[0] ? [name] : [])),
    ]);
  }

  /** The name itself where it is free, else with the first number that makes it so; taken from then on. */
  take(name: string): string {
    let fresh = name;
    for (let number = 2; this.#taken.has(fresh); number++) fresh = `${name}${number}`;
    this.#taken.add(fresh);
    return fresh;
  }
}
