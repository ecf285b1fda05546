import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, calleeOf, isFunction, unwrap, typeArgumentsOf } from "../../source/syntax.js";
import { returnedBy } from "./returned-by.js";
import type { ValueSource } from "./value-sources.js";

/**
 * Where a value that a React hook keeps comes from: `x` of `useMemo(() => x, [])`, of `useState(x)`, and of
 * `setHalo(x)` for `const [halo, setHalo] = useState(null)`.
 */
export function hookSources(
  source: SourceFile,
  name: TSESTree.Node,
  { expression, path }: ValueSource,
): ValueSource[] {
  if (expression.type !== AST_NODE_TYPES.CallExpression) return [];
  const [first] = expression.arguments;
  const [place, ...rest] = path;
  switch (calleeName(expression)) {
    case "useMemo":
      return isFunction(first)
        ? returnedBy(first).map((result) => ({ expression: unwrap(result), path }))
        : [];
    case "useState":
      if (place !== "0") return [];
      return [...(first ? [first] : []), ...setValues(source, name)]
        .flatMap((value) => (isFunction(value) ? returnedBy(value) : [value]))
        .map((value) => ({ expression: unwrap(value), path: rest }));
    default:
      return [];
  }
}

/** What the setter beside a state's name is called with. */
function setValues(source: SourceFile, name: TSESTree.Node): TSESTree.Node[] {
  const pattern = name.parent;
  const setter = pattern?.type === AST_NODE_TYPES.ArrayPattern ? pattern.elements[1] : undefined;
  const references = setter ? (bindingOf(source, setter)?.references ?? []) : [];
  return references.flatMap(({ identifier }) => {
    const { parent } = identifier;
    const isCall = parent.type === AST_NODE_TYPES.CallExpression && calleeOf(parent) === identifier;
    return isCall ? parent.arguments.slice(0, 1) : [];
  });
}

/** `T` of `useRef<T>(null)` for its `current`, and of `useState<T>(null)` for its first element. */
export function heldType(hook: TSESTree.Node, property: string): TSESTree.TypeNode | undefined {
  if (hook.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const place = { useRef: "current", useState: "0" }[calleeName(hook) ?? ""];
  return place === property ? typeArgumentsOf(hook)[0] : undefined;
}
