import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { visitorKeys } from "@typescript-eslint/visitor-keys";

/** A function in any of its three forms. */
export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

/** A loop statement. */
export type LoopStatement =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

/** Whether the node is a function with a body of its own. */
export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === AST_NODE_TYPES.ArrowFunctionExpression ||
    node?.type === AST_NODE_TYPES.FunctionExpression ||
    node?.type === AST_NODE_TYPES.FunctionDeclaration
  );
}

/** Whether the node is a loop statement. */
export function isLoop(node: TSESTree.Node): node is LoopStatement {
  return (
    node.type === AST_NODE_TYPES.ForOfStatement ||
    node.type === AST_NODE_TYPES.ForStatement ||
    node.type === AST_NODE_TYPES.ForInStatement ||
    node.type === AST_NODE_TYPES.WhileStatement ||
    node.type === AST_NODE_TYPES.DoWhileStatement
  );
}

/** Nodes of other parsers that hold the code of scripts. What else they have for templates has no children here. */
const keysOfScripts: Readonly<Record<string, readonly string[] | undefined>> = {
  // <script>…</script>
  SvelteScriptElement: ["body"],
  // $: doubled = count * 2;
  SvelteReactiveStatement: ["body"],
};

/** The child nodes, in the order of the source; templates of components are left out. */
export function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const key of visitorKeys[node.type] ?? keysOfScripts[node.type] ?? []) {
    const value = (node as unknown as Record<string, unknown>)[key];
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) children.push(child);
    }
  }
  return children;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/**
 * Yields the node and everything below it, parents first.
 *
 * @param enter - whether to go below a node; everything by default
 */
export function* descendants(
  node: TSESTree.Node,
  enter: (node: TSESTree.Node) => boolean = () => true,
): Generator<TSESTree.Node> {
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    if (!enter(next)) continue;
    // One by one: a list of a hundred thousand elements is too much for the arguments of one call.
    for (const child of childrenOf(next).reverse()) stack.push(child);
  }
}

/** Yields the parent, its parent, and so on up to the program. */
export function* ancestors(node: TSESTree.Node): Generator<TSESTree.Node> {
  for (let up = node.parent; up; up = up.parent) yield up;
}

/** Whether a node stands in the template of a Svelte or Astro component. */
export function isInTemplate(node: TSESTree.Node): boolean {
  for (const { type } of ancestors(node)) {
    if (/^(Svelte|Astro)/.test(type) && !(type in keysOfScripts)) return true;
  }
  return false;
}

/** The innermost function around the node, itself excluded; `undefined` at the top level. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | undefined {
  for (const up of ancestors(node)) if (isFunction(up)) return up;
  return undefined;
}

/** A node, a comment, or anything else that takes up a part of the text. */
interface Ranged {
  range: readonly [number, number];
}

/** Whether `inner` is `outer` or lies in it. */
export function isWithin(inner: Ranged, outer: Ranged): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** The expression without what changes nothing at run time: `(x as T)!`, `x satisfies T`, `<T>x`, `a?.b` as a chain. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSInstantiationExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** The outermost node that `unwrap` would bring back to this one. */
export function wrapped(node: TSESTree.Node): TSESTree.Node {
  const parent = node.parent;
  return parent && unwrap(parent) === unwrap(node) ? wrapped(parent) : node;
}

/** The name of a member or property where it can be read off: `a.b`, `a["b"]`, `{ b }`, `{ "b": 1 }`. */
export function staticName(
  node:
    | TSESTree.MemberExpression
    | TSESTree.Property
    | TSESTree.PropertyDefinition
    | TSESTree.MethodDefinition
    | TSESTree.TSPropertySignature,
): string | undefined {
  const key = node.type === AST_NODE_TYPES.MemberExpression ? node.property : node.key;
  if (key.type === AST_NODE_TYPES.Literal) return String(key.value);
  if (key.type === AST_NODE_TYPES.PrivateIdentifier) return `#${key.name}`;
  if (key.type === AST_NODE_TYPES.TemplateLiteral && key.expressions.length === 0)
    return key.quasis[0]?.value.cooked ?? undefined;
  return key.type === AST_NODE_TYPES.Identifier && !node.computed ? key.name : undefined;
}

/** What a call calls, unwrapped: `f` of `f(x)`, `a.b` of `a.b?.(x)`. */
export function calleeOf(call: TSESTree.CallExpression | TSESTree.NewExpression): TSESTree.Node {
  return unwrap(call.callee);
}

/** The last name of a callee: `c` of `a.b.c()`, `f` of `f()`. */
export function calleeName(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): string | undefined {
  return lastName(call.callee);
}

/** The last name of an expression: `c` of `a.b.c`, `a` of `a`. */
export function lastName(expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === AST_NODE_TYPES.Identifier) return node.name;
  return node.type === AST_NODE_TYPES.MemberExpression ? staticName(node) : undefined;
}

/** Whether an expression names a value: `sync`, `this.sync`. */
export function isName(expression: TSESTree.Node): boolean {
  const { type } = unwrap(expression);
  return type === AST_NODE_TYPES.Identifier || type === AST_NODE_TYPES.MemberExpression;
}

/** The name that a module exports what it gives to an import under. */
export function importedName(node: TSESTree.Node | undefined): string | undefined {
  return node?.type === AST_NODE_TYPES.ImportSpecifier ? specifierName(node.imported) : undefined;
}

/** A name in an `import` or `export` clause, which may be a string: `sync`, `"sync users"`. */
export function specifierName(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === AST_NODE_TYPES.Identifier ? name.name : name.value;
}

/** A type or a call that may have type arguments; Babel's parser calls them its type parameters. */
interface TypeArgumentsOwner {
  typeArguments?: TSESTree.TSTypeParameterInstantiation | undefined;
  typeParameters?: TSESTree.TSTypeParameterInstantiation | undefined;
}

/** `[A, B]` of `T<A, B>` and of `f<A, B>()`. */
export function typeArgumentsOf(
  owner: TSESTree.CallExpression | TSESTree.TSTypeReference,
): readonly TSESTree.TypeNode[] {
  const { typeArguments, typeParameters }: TypeArgumentsOwner = owner;
  return (typeArguments ?? typeParameters)?.params ?? [];
}
