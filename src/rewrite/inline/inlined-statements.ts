import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { descendants, isFunction, unwrap } from "../../source/syntax.js";
import { startWithComments } from "../insertion-points.js";
import { indentationAt, reindent } from "../layout.js";
import { isPlain } from "../plain-expression.js";
import type { FileStyle } from "../style.js";
import type { Transfer } from "./transfer.js";

/** How statements of a function are written at a call. */
export interface StatementForm {
  style: FileStyle;
  /** The indentation of the lines at the call. */
  indent: string;
  /** Whether the call is awaited, and so is what the function returns. */
  awaited: boolean;
  /** Whether the statements stand in a `try`, which catches what is awaited and nothing else. */
  caught?: boolean;
}

/**
 * The statements of a function for a place where a `return` would leave more than the function: what follows an early
 * return goes into the branch that does not take it. `undefined` where a return stands elsewhere.
 */
export function withoutReturns(
  transfer: Transfer,
  statements: readonly TSESTree.Statement[],
  form: StatementForm,
): string[] | undefined {
  const [first, ...rest] = statements;
  if (!first) return [];
  if (isGuard(first)) return guarded(transfer, first, rest, form);
  const lines =
    rest.length === 0
      ? last(transfer, first, form)
      : returnsIn(first)
        ? undefined
        : [plain(transfer, first, form)];
  const following = lines && withoutReturns(transfer, rest, form);
  return lines && following && [...lines, ...following];
}

/** `if (…) return;` and `if (…) { log(user); return; }` */
function isGuard(statement: TSESTree.Statement): statement is TSESTree.IfStatement {
  if (statement.type !== AST_NODE_TYPES.IfStatement || statement.alternate) return false;
  const branch = branchOf(statement.consequent);
  const end = branch.at(-1);
  return (
    end?.type === AST_NODE_TYPES.ReturnStatement &&
    isDroppable(end.argument) &&
    !branch.slice(0, -1).some(returnsIn)
  );
}

function branchOf(statement: TSESTree.Statement): readonly TSESTree.Statement[] {
  return statement.type === AST_NODE_TYPES.BlockStatement ? statement.body : [statement];
}

/** Whether a value may as well not be made. */
function isDroppable(value: TSESTree.Expression | null): boolean {
  return !value || isPlain(unwrap(value)) || isSettledPromise(value);
}

/** `Promise.resolve()` */
function isSettledPromise(value: TSESTree.Expression): boolean {
  return (
    value.type === AST_NODE_TYPES.CallExpression &&
    value.arguments.length === 0 &&
    value.callee.type === AST_NODE_TYPES.MemberExpression &&
    value.callee.object.type === AST_NODE_TYPES.Identifier &&
    value.callee.object.name === "Promise"
  );
}

function guarded(
  transfer: Transfer,
  { test, consequent }: TSESTree.IfStatement,
  rest: readonly TSESTree.Statement[],
  form: StatementForm,
): string[] | undefined {
  const { style, indent } = form;
  const inner = { ...form, indent: indent + style.indent };
  const following = withoutReturns(transfer, rest, inner);
  if (!following) return undefined;
  const own = branchOf(consequent).slice(0, -1);
  const block = (lines: readonly string[]): string =>
    `{\n${lines.map((line) => inner.indent + line).join("\n")}\n${indent}}`;
  if (own.length === 0)
    return following.length === 0 ? [] : [`if (${negated(transfer, test)}) ${block(following)}`];
  const branch = block(own.map((each) => plain(transfer, each, inner)));
  const otherwise = following.length > 0 ? ` else ${block(following)}` : "";
  return [`if (${transfer.code(test)}) ${branch}${otherwise}`];
}

/** The code of a condition's opposite. */
function negated(transfer: Transfer, test: TSESTree.Node): string {
  switch (test.type) {
    case AST_NODE_TYPES.UnaryExpression:
      if (test.operator === "!") return transfer.code(test.argument);
      break;
    case AST_NODE_TYPES.BinaryExpression: {
      const { left, right, operator } = test;
      if (/^[!=]==?$/.test(operator)) {
        const opposite = operator.startsWith("!") ? "=" : "!";
        return `${transfer.code(left)} ${opposite}${operator.slice(1)} ${transfer.code(right)}`;
      }
      break;
    }
    case AST_NODE_TYPES.LogicalExpression: {
      const parts = [test.left, test.right];
      if (test.operator === "||" && parts.every(isSimpleTest))
        return parts.map((part) => negated(transfer, part)).join(" && ");
      break;
    }
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return `!${transfer.code(test)}`;
    default:
  }
  return `!(${transfer.code(test)})`;
}

/** A test whose opposite may be an operand of `&&` as it is written. */
function isSimpleTest(test: TSESTree.Node): boolean {
  switch (test.type) {
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return true;
    case AST_NODE_TYPES.UnaryExpression:
      return test.operator === "!" && isSimpleTest(test.argument);
    case AST_NODE_TYPES.BinaryExpression:
      return /^[!=]==?$/.test(test.operator);
    case AST_NODE_TYPES.LogicalExpression:
      return test.operator === "||" && isSimpleTest(test.left) && isSimpleTest(test.right);
    default:
      return false;
  }
}

/** A last statement, which may return. */
function last(
  transfer: Transfer,
  statement: TSESTree.Statement,
  form: StatementForm,
): string[] | undefined {
  if (statement.type === AST_NODE_TYPES.ReturnStatement) {
    const { argument } = statement;
    if (!argument || isDroppable(argument)) return [];
    const isAwaited = argument.type === AST_NODE_TYPES.AwaitExpression;
    if (form.caught && !isAwaited) return undefined;
    const code = expressionCode(transfer, argument, form);
    return [`${form.awaited && !isAwaited ? "await " : ""}${code}${form.style.semicolon}`];
  }
  if (!returnsIn(statement)) return [plain(transfer, statement, form)];
  return statement.type === AST_NODE_TYPES.TryStatement
    ? tried(transfer, statement, form)
    : undefined;
}

/** `try { return await post(user); } catch (error) { log(error); return undefined; }` */
function tried(
  transfer: Transfer,
  { block, handler, finalizer }: TSESTree.TryStatement,
  form: StatementForm,
): string[] | undefined {
  const { style, indent } = form;
  if (!handler || finalizer) return undefined;
  const inner = { ...form, indent: indent + style.indent };
  const blockOf = (
    statements: readonly TSESTree.Statement[],
    caught: boolean,
  ): string | undefined => {
    const lines = withoutReturns(transfer, statements, { ...inner, caught });
    return (
      lines &&
      (lines.length === 0
        ? "{}"
        : `{\n${lines.map((line) => inner.indent + line).join("\n")}\n${indent}}`)
    );
  };
  const body = blockOf(block.body, true);
  const caught = blockOf(handler.body.body, form.caught === true);
  if (body === undefined || caught === undefined) return undefined;
  const parameter = handler.param ? ` (${transfer.code(handler.param)})` : "";
  return [`try ${body} catch${parameter} ${caught}`];
}

/** An expression with its later lines at the indentation of the call. */
export function expressionCode(
  transfer: Transfer,
  expression: TSESTree.Node,
  { indent }: Pick<StatementForm, "indent">,
): string {
  const from = indentationAt(transfer.fn.source.text, expression.range[0]);
  return reindent(transfer.code(expression), from, indent);
}

/** A statement with the comments on it, its later lines at the indentation of the call. */
export function plain(
  transfer: Transfer,
  statement: TSESTree.Statement,
  { indent }: Pick<StatementForm, "indent">,
): string {
  const { source } = transfer.fn;
  const start = startWithComments(source, statement);
  const from = indentationAt(source.text, statement.range[0]);
  return reindent(transfer.code(statement, [start, statement.range[1]]), from, indent);
}

/** Whether a return of the function itself stands in a statement. */
export function returnsIn(statement: TSESTree.Node): boolean {
  for (const node of descendants(statement, (inner) => !isFunction(inner))) {
    if (node.type === AST_NODE_TYPES.ReturnStatement) return true;
  }
  return false;
}
