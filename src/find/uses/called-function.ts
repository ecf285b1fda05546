import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeOf, descendants } from "../../source/syntax.js";
import { isClass } from "../values/class-members.js";
import {
  followed,
  functionAt,
  functionOf,
  functionsOf,
  type PlacedFunction,
} from "../values/definition.js";
import { ranBy } from "./given-arguments.js";

/**
 * The functions that run when an expression is called: by data flow, or by the type checker where there is one. There
 * may be several: `isTest ? fake : sync`, and `withRetry(sync)`, which runs what it makes and `sync`.
 */
export function calledFunctions(
  source: SourceFile,
  callee: TSESTree.Node,
): Generator<PlacedFunction> {
  return functionsOf(source, callee, () => declaredFunction(source, callee));
}

/** The functions that a call runs: those of its callee, or the constructor of the class that it makes an instance of. */
export function* functionsRunBy(
  source: SourceFile,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): Generator<PlacedFunction> {
  if (call.type === AST_NODE_TYPES.CallExpression) yield* calledFunctions(source, ranBy(call));
  else {
    const made = constructorOf(source, calleeOf(call));
    if (made) yield made;
  }
}

function declaredFunction(source: SourceFile, callee: TSESTree.Node): PlacedFunction | undefined {
  const declaration = source.types?.declarationOf(callee);
  if (!declaration) return undefined;
  const { path, offset } = declaration;
  const file = path === source.path ? source : source.modules?.fileAt(path);
  const name = file && nameAt(file, offset);
  if (!name) return undefined;
  const { parent } = name;
  const isMember =
    parent?.type === AST_NODE_TYPES.MethodDefinition ||
    parent?.type === AST_NODE_TYPES.PropertyDefinition ||
    parent?.type === AST_NODE_TYPES.Property;
  const value = isMember ? parent.value : name;
  return value ? functionOf(file, value) : undefined;
}

function nameAt({ ast }: SourceFile, offset: number): TSESTree.Node | undefined {
  for (const node of descendants(ast, ({ range }) => range[0] <= offset && offset < range[1])) {
    if (node.type === AST_NODE_TYPES.Identifier && node.range[0] === offset) return node;
  }
  return undefined;
}

/** The constructor of a class, its own or the one that it inherits. */
function constructorOf(source: SourceFile, owner: TSESTree.Node): PlacedFunction | undefined {
  const made = followed({ source, node: owner, path: [] });
  if (!isClass(made.node) || made.path.length > 0) return undefined;
  return functionAt(followed({ ...made, path: ["constructor"], isInstance: true }));
}
