import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { membersNamed, type PlacedClass } from "../../find/values/class-members.js";
import { bindingOf, type SourceFile, isRewritten } from "../../source/source-file.js";
import { staticName, unwrap } from "../../source/syntax.js";
import { indentationAt } from "../layout.js";
import { visibleAt } from "../same-meaning.js";
import type { CertainFunction } from "./certain-function.js";
import { isPlain } from "../plain-expression.js";
import { isDefined } from "./argument-bindings.js";
import type { Place, Value } from "./transfer.js";
import { descendants } from "../../source/syntax.js";
import { constantSource } from "../../find/values/value-sources.js";

/** What `this.key` of a method is where the method is called on an object: `client.key`, or what made the object with it. */
export function memberCode(
  { source, receiver, owner }: CertainFunction,
  place: Place,
  member: TSESTree.MemberExpression,
): Value | undefined {
  const name = staticName(member);
  if (!receiver || name === undefined) return undefined;
  const object = unwrap(receiver);
  const isName =
    object.type === AST_NODE_TYPES.Identifier ||
    (object.type === AST_NODE_TYPES.MemberExpression && !object.computed);
  if (!isName) return undefined;
  const { text } = place.source;
  if (!owner || isPublic(owner, name)) {
    const read = source.text.slice(member.object.range[1], member.range[1]);
    return { code: text.slice(...object.range) + read, indent: "", node: member };
  }
  return givenToConstructor(owner, place, object, name);
}

function isPublic(owner: PlacedClass, name: string): boolean {
  const members = membersNamed(owner, name);
  return (
    !name.startsWith("#") &&
    members.length > 0 &&
    members.every(
      (member) =>
        member.type === AST_NODE_TYPES.AssignmentExpression ||
        member.accessibility === undefined ||
        member.accessibility === "public",
    )
  );
}

/** `process.env.KEY` of `new Client(process.env.KEY)`, for a private member that only the constructor writes. */
function givenToConstructor(
  owner: PlacedClass,
  { source, call }: Place,
  object: TSESTree.Node,
  name: string,
): Value | undefined {
  const variable = bindingOf(source, object);
  const made = variable && constantSource(variable);
  if (made?.expression.type !== AST_NODE_TYPES.NewExpression || made.path.length > 0)
    return undefined;
  const index = parameterFor(owner, name);
  if (index === undefined) return undefined;
  const argument = made.expression.arguments[index.at];
  if (argument) {
    const isTaken = !index.otherwise || isDefined(argument);
    const isShared = isTaken && isPlain(argument) && readsTheSame(source, argument, call);
    return isShared
      ? {
          code: source.text.slice(...argument.range),
          indent: indentationAt(source.text, argument.range[0]),
          node: argument,
        }
      : undefined;
  }
  const { otherwise } = index;
  return otherwise?.type === AST_NODE_TYPES.Literal
    ? { code: owner.source.text.slice(...otherwise.range), indent: "", node: otherwise }
    : undefined;
}

/** Whether names mean the same at a call as where an expression stands, and are never written again. */
function readsTheSame(source: SourceFile, expression: TSESTree.Node, call: TSESTree.Node): boolean {
  return [...descendants(expression)].every((node) => {
    if (node.type === AST_NODE_TYPES.ThisExpression) return false;
    const variable = node.type === AST_NODE_TYPES.Identifier ? bindingOf(source, node) : undefined;
    if (!variable) return true;
    return visibleAt(source, call, variable.name) === variable && !isRewritten(variable);
  });
}

/** The constructor's parameter that a member always holds, and its default. */
function parameterFor(
  owner: PlacedClass,
  name: string,
): { at: number; otherwise: TSESTree.Node | undefined } | undefined {
  const [constructor] = membersNamed({ ...owner, isStatic: false }, "constructor");
  const value =
    constructor?.type === AST_NODE_TYPES.MethodDefinition ? constructor.value : undefined;
  const writes = membersNamed(owner, name);
  const given = writes.flatMap((member) => {
    if (member.type === AST_NODE_TYPES.TSParameterProperty) return [member];
    if (member.type === AST_NODE_TYPES.PropertyDefinition) return member.value ? ["other"] : [];
    if (member.type !== AST_NODE_TYPES.AssignmentExpression) return ["other"];
    const isFirst =
      member.parent.type === AST_NODE_TYPES.ExpressionStatement &&
      member.parent.parent === value?.body;
    const variable = isFirst ? bindingOf(owner.source, unwrap(member.right)) : undefined;
    const parameter = value?.params.find((each) => nameOf(each) === variable?.identifiers[0]);
    return [parameter ?? "other"];
  });
  const [only, another] = given;
  if (!value || only === undefined || only === "other" || another !== undefined) return undefined;
  const parameter = only as TSESTree.Parameter;
  const inner =
    parameter.type === AST_NODE_TYPES.TSParameterProperty ? parameter.parameter : parameter;
  const at = value.params.findIndex((each) => each === parameter);
  const otherwise = inner.type === AST_NODE_TYPES.AssignmentPattern ? inner.right : undefined;
  return at === -1 ? undefined : { at, otherwise };
}

function nameOf(parameter: TSESTree.Parameter): TSESTree.Node {
  return parameter.type === AST_NODE_TYPES.AssignmentPattern ? parameter.left : parameter;
}
