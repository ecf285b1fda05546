import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, descendants, typeArgumentsOf, unwrap } from "../../source/syntax.js";
import { originOf } from "./origin.js";
import { constantSource } from "./value-sources.js";

/** What the file that creates a React context says of its value. */
export interface ContextValues {
  source: SourceFile;
  /** The `value` of its providers, and the default. */
  values: readonly TSESTree.Node[];
  /** `T` of `createContext<T>(…)`. */
  type: TSESTree.TypeNode | undefined;
}

const contextHooks = /^use(Context)?$/;

/** Reads what `useContext(context)` can give; `undefined` for other calls, and where the project does not create the context. */
export function contextValues(
  source: SourceFile,
  call: TSESTree.CallExpression,
): ContextValues | undefined {
  const [context] = call.arguments;
  if (!context || !contextHooks.test(calleeName(call) ?? "")) return undefined;
  const origin = originOf(source, context);
  const home = origin?.source ?? source;
  const name = unwrap(origin?.node ?? context);
  const variable = bindingOf(home, name);
  const creation = variable && constantSource(variable)?.expression;
  if (!variable || creation?.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const values = [...providedIn(home, variable.name), ...creation.arguments];
  return { source: home, values, type: typeArgumentsOf(creation)[0] };
}

/** What `<Context.Provider value={…}>` provides, or `<Context value={…}>` since React 19. */
function providedIn({ ast }: SourceFile, context: string): TSESTree.Node[] {
  return [...descendants(ast)].flatMap((node) => {
    if (node.type !== AST_NODE_TYPES.JSXOpeningElement || !provides(node.name, context)) return [];
    return node.attributes.flatMap((attribute) => {
      const isValue =
        attribute.type === AST_NODE_TYPES.JSXAttribute && attribute.name.name === "value";
      const value = isValue ? attribute.value : undefined;
      return value?.type === AST_NODE_TYPES.JSXExpressionContainer ? [value.expression] : [];
    });
  });
}

function provides(tag: TSESTree.JSXTagNameExpression, context: string): boolean {
  if (tag.type === AST_NODE_TYPES.JSXIdentifier) return tag.name === context;
  return (
    tag.type === AST_NODE_TYPES.JSXMemberExpression &&
    tag.object.type === AST_NODE_TYPES.JSXIdentifier &&
    tag.object.name === context &&
    tag.property.name === "Provider"
  );
}
