import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { type SourceFile, isRewritten } from "../../source/source-file.js";
import { unwrap } from "../../source/syntax.js";
import { mayStopEarly } from "../early-exit.js";
import { indentationAt } from "../layout.js";
import { isPlain } from "../plain-expression.js";
import type { RefusalReason } from "../refusals.js";
import {
  type Binding,
  bindingsOf,
  isStable,
  restMembers,
  split,
  spreadOf,
  variablesOf,
} from "./argument-bindings.js";
import { parameterUses, type ParameterUse } from "./evaluation-order.js";
import { literalMembers } from "./literal-members.js";
import type { SiteNames } from "./site-names.js";
import type { Transfer, Value } from "./transfer.js";

/**
 * Decides what the parameters of a function become where a call is replaced by its body: the arguments themselves
 * where they mean the same in the places of the parameters, else constants before.
 *
 * @returns the declarations of these constants, in the order in which they must come
 */
export function bindParameters(
  transfer: Transfer,
  call: TSESTree.CallExpression,
  names: SiteNames,
): RefusalReason | string[] {
  const { fn, place } = transfer;
  const given = call.arguments.flatMap((argument) =>
    argument.type === AST_NODE_TYPES.SpreadElement ? spreadOf(argument) : [argument],
  );
  if (given.includes(undefined)) return "wrapper-arguments";
  const whole: Binding[] = [];
  for (const [index, parameter] of fn.node.params.entries()) {
    const read = bindingsOf(parameter, given[index]);
    if (!read) return "wrapper-arguments";
    whole.push(...read);
  }
  const unread = given.slice(fn.node.params.length);
  if (unread.some((node) => node && isUnsafe(node))) return "wrapper-arguments";
  const variables = new Set(whole.flatMap(({ target }) => variablesOf(fn.source, target)));
  const defaults = whole.flatMap(({ isDefault, given: node }) => (isDefault ? [node] : []));
  const uses = parameterUses(fn.source, [...defaults, fn.node.body], variables);
  const areQuiet = whole.every(isPlainBinding);
  for (const { target, given: literal, isDefault } of whole) {
    const [variable] = variablesOf(fn.source, target);
    const own = uses.filter((use) => use.variable === variable);
    const members = areQuiet && !isDefault && literalMembers(place.source, literal, own);
    if (variable && target.type === AST_NODE_TYPES.Identifier && members)
      transfer.members.set(variable, members);
  }
  const others = whole.filter(
    ({ target }) => !variablesOf(fn.source, target).some((each) => transfer.members.has(each)),
  );
  // All arguments are evaluated before the first default.
  const bindings = split(fn.source, place.source, others, uses).toSorted(
    (a, b) => Number(a.isDefault) - Number(b.isDefault),
  );
  const declared = declaredBindings(transfer, bindings, uses);
  if (typeof declared === "string") return declared;
  for (const { target } of declared) {
    for (const variable of variablesOf(fn.source, target)) {
      const name = names.take(variable.name);
      if (name !== variable.name) transfer.renames.set(variable, name);
    }
  }
  for (const binding of bindings) {
    const [variable] = variablesOf(fn.source, binding.target);
    if (variable && !declared.has(binding))
      transfer.values.set(variable, valueOf(transfer, binding));
  }
  return [...declared].map((binding) => declarationOf(transfer, binding));
}

/** Chooses the bindings that must be constants of their own. */
function declaredBindings(
  { fn, place }: Transfer,
  bindings: readonly Binding[],
  uses: readonly ParameterUse[],
): RefusalReason | ReadonlySet<Binding> {
  const declared = new Set<Binding>();
  const usesOf = (binding: Binding): ParameterUse[] => {
    const own = variablesOf(fn.source, binding.target);
    return uses.filter(({ variable }) => own.includes(variable));
  };
  const homeOf = ({ isDefault }: Binding): SourceFile => (isDefault ? fn.source : place.source);
  for (const binding of bindings) {
    const [variable, another] = variablesOf(fn.source, binding.target);
    const isWritten = variable !== undefined && isRewritten(variable);
    const isPattern = binding.target.type !== AST_NODE_TYPES.Identifier || another !== undefined;
    const own = usesOf(binding);
    if (isPattern || isWritten) declared.add(binding);
    else if (own.length === 0 && isUnsafe(binding.given)) return "wrapper-arguments";
    else if (isStable(homeOf(binding), binding.given) && binding.path.length === 0) continue;
    else if (isPlainBinding(binding)) {
      const isObject = isLiteralObject(binding.given) && own.length > 1;
      const isLate = own.some(
        ({ effectsBefore, conditional }) =>
          effectsBefore > 0 || (conditional && isUnsafe(binding.given)),
      );
      const isHidden = own.some(({ node }) => isInFunction(node, fn.node));
      if (isObject || isLate || isHidden) declared.add(binding);
    } else {
      const [use] = own;
      const isFirst = use && !use.conditional && use.effectsBefore + use.readsBefore === 0;
      if (own.length !== 1 || !isFirst) declared.add(binding);
    }
  }
  settleOrder(
    bindings,
    declared,
    usesOf,
    (binding) => isStable(homeOf(binding), binding.given) && binding.path.length === 0,
  );
  // In the order in which they must come.
  return new Set(bindings.filter((binding) => declared.has(binding)));
}

/** Arguments are evaluated one after the other: what is not evaluated in its place any more takes those before it along. */
function settleOrder(
  bindings: readonly Binding[],
  declared: Set<Binding>,
  usesOf: (binding: Binding) => ParameterUse[],
  isFixed: (binding: Binding) => boolean,
): void {
  for (let before = -1; before !== declared.size;) {
    before = declared.size;
    for (const [index, binding] of bindings.entries()) {
      if (isFixed(binding) || declared.has(binding)) continue;
      const later = bindings.slice(index + 1);
      const isOvertaken = later.some((other) => declared.has(other) && !isPlainBinding(other));
      const first = usesOf(binding)[0]?.node.range[0] ?? 0;
      const last = usesOf(binding).at(-1)?.node.range[0] ?? 0;
      const swaps = bindings.some((other, at) => {
        if (other === binding || declared.has(other) || isPlainBinding(other)) return false;
        const place = usesOf(other)[0]?.node.range[0] ?? 0;
        return at > index ? place < last : isPlainBinding(binding) ? false : place > first;
      });
      if (isOvertaken || swaps) declared.add(binding);
    }
  }
}

function isPlainBinding({ given }: Binding): boolean {
  return isPlain(unwrap(given));
}

function isLiteralObject(given: TSESTree.Node): boolean {
  const { type } = unwrap(given);
  return type === AST_NODE_TYPES.ObjectExpression || type === AST_NODE_TYPES.ArrayExpression;
}

function isUnsafe(given: TSESTree.Node): boolean {
  return mayStopEarly(given, new Set());
}

function isInFunction(node: TSESTree.Node, fn: TSESTree.Node): boolean {
  for (let up = node.parent; up && up !== fn; up = up.parent) {
    if (up.type.includes("Function")) return true;
  }
  return false;
}

function valueOf(transfer: Transfer, binding: Binding): Value {
  const { given, isDefault, path } = binding;
  const { text } = isDefault ? transfer.fn.source : transfer.place.source;
  if (binding.without) {
    const members = restMembers(binding).map(({ range }) => text.slice(...range));
    const code = members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
    return { code, indent: indentationAt(text, given.range[0]), node: given };
  }
  const members = path.map((name) =>
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`,
  );
  const code = isDefault ? transfer.code(given) : text.slice(...given.range);
  return {
    code: code + members.join(""),
    indent: indentationAt(text, given.range[0]),
    node: path.length > 0 ? memberLike : given,
  };
}

/** Stands for `user.id` where only the kind of expression is asked. */
const memberLike = { type: AST_NODE_TYPES.MemberExpression } as TSESTree.Node;

/** `const user = await readUser(id);` */
function declarationOf(transfer: Transfer, binding: Binding): string {
  const { target } = binding;
  const isWritten = variablesOf(transfer.fn.source, target).some(isRewritten);
  const type = "typeAnnotation" in target ? target.typeAnnotation : undefined;
  const pattern = transfer.code(target, [target.range[0], type?.range[0] ?? target.range[1]]);
  return `${isWritten ? "let" : "const"} ${pattern} = ${valueOf(transfer, binding).code}`;
}
