import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { IdentifyCall } from "../find/identify-call.js";
import { staticName, wrapped } from "../source/syntax.js";
import type { IdentifySite } from "./identify-site.js";
import { knownClientOf } from "./known-clients.js";

/** The calls that follow a client's in a chain and belong to its request: `.set(…)` and `.send(…)` of superagent. */
export function chainAfter(identify: IdentifyCall): TSESTree.CallExpression[] {
  const methods = knownClientOf(identify)?.chain;
  const calls: TSESTree.CallExpression[] = [];
  for (let call: IdentifyCall["call"] | undefined = identify.call; call && methods;) {
    call = nextCall(call, methods);
    if (call) calls.push(call);
  }
  return calls;
}

function nextCall(
  call: IdentifyCall["call"],
  methods: RegExp,
): TSESTree.CallExpression | undefined {
  const node = wrapped(call);
  const member = node.parent;
  if (member?.type !== AST_NODE_TYPES.MemberExpression || member.object !== node) return undefined;
  const { parent } = member;
  const isCalled = parent.type === AST_NODE_TYPES.CallExpression && parent.callee === member;
  return isCalled && methods.test(staticName(member) ?? "") ? parent : undefined;
}

/** The whole of what makes the request: `superagent.post(url).set(headers).send(body)`. */
export function requestCall(identify: IdentifyCall): IdentifyCall["call"] {
  return chainAfter(identify).at(-1) ?? identify.call;
}

/** What is rewritten at a site: the call of a wrapper, or the whole of what makes the request. */
export function rewrittenCall({ call, identify, wrapper }: IdentifySite): IdentifyCall["call"] {
  return wrapper ? call : requestCall(identify);
}
