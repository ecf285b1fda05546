import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { isFunction, isLoop } from "../source/syntax.js";
import { noteParts } from "./note-statement.js";
import { type NamedResponse, tellsFailure, tellsSuccess } from "./response-test.js";

/** What a turn notes of how its request was answered, and does nothing else about it. */
export interface ResponseOutcome {
  response: NamedResponse;
  /** What is noted where Halo refused the request. */
  failure: readonly TSESTree.Node[];
  /** What is noted where it took the request. */
  success: readonly TSESTree.Node[];
}

/**
 * What an `if` notes of a response, and the last statement that is about that:
 * `if (!response.ok) console.error(user.id, response.status); else sent++;`.
 *
 * @param rest - the statements after it, which a `continue` in it leaves out
 */
export function responseOutcome(
  response: NamedResponse,
  statement: TSESTree.Node,
  rest: readonly TSESTree.Node[],
): { outcome: ResponseOutcome; last: TSESTree.Node } | undefined {
  if (statement.type !== AST_NODE_TYPES.IfStatement) return undefined;
  const isFailure = tellsFailure(response, statement.test);
  if (!isFailure && !tellsSuccess(response, statement.test)) return undefined;
  const [then, otherwise] = [statement.consequent, statement.alternate].map(statementsOf);
  if (!then || !otherwise) return undefined;
  const jump = then.at(-1);
  const leaves =
    jump?.type === AST_NODE_TYPES.ContinueStatement ||
    jump?.type === AST_NODE_TYPES.ReturnStatement;
  if (leaves && (otherwise.length > 0 || !endsTurn(statement, jump))) return undefined;
  const noted = leaves ? then.slice(0, -1) : then;
  const other = leaves ? rest : otherwise;
  if (![...noted, ...other].every((each) => isNoted(response, each))) return undefined;
  const [failure, success] = isFailure ? [noted, other] : [other, noted];
  return {
    outcome: { response, failure, success },
    last: (leaves ? rest.at(-1) : undefined) ?? statement,
  };
}

function statementsOf(branch: TSESTree.Node | null): readonly TSESTree.Node[] {
  if (!branch) return [];
  return branch.type === AST_NODE_TYPES.BlockStatement ? branch.body : [branch];
}

function isNoted({ source }: NamedResponse, statement: TSESTree.Node): boolean {
  return noteParts(source, statement) !== undefined;
}

/** Whether a jump from a statement leads to the end of its turn, and nothing but what follows it is left out. */
function endsTurn(
  statement: TSESTree.Node,
  jump: TSESTree.ContinueStatement | TSESTree.ReturnStatement,
): boolean {
  const block = statement.parent;
  const owner = block?.parent;
  if (block?.type !== AST_NODE_TYPES.BlockStatement || !owner) return false;
  if (owner.type === AST_NODE_TYPES.TryStatement && owner.block === block && !owner.finalizer) {
    const list = owner.parent;
    const isLast = list.type === AST_NODE_TYPES.BlockStatement && list.body.at(-1) === owner;
    return isLast && endsTurn(owner, jump);
  }
  return jump.type === AST_NODE_TYPES.ContinueStatement
    ? !jump.label && isLoop(owner)
    : !jump.argument && isFunction(owner);
}
