import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerFile } from "../../source/once-per-file.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { calleeName, descendants, typeArgumentsOf, unwrap } from "../../source/syntax.js";
import { originOf } from "./origin.js";
import { constantSource } from "./value-sources.js";

/** What a project says of a React context's value. */
export interface ContextValues {
  /** The `value` of its providers, and the default. */
  values: readonly PlacedValue[];
  /** `T` of `createContext<T>(…)`, in the file that creates the context. */
  type: { source: SourceFile; node: TSESTree.TypeNode } | undefined;
}

interface PlacedValue {
  source: SourceFile;
  node: TSESTree.Node;
}

const contextHooks = /^use(Context)?$/;

/** Reads what `useContext(context)` can give; `undefined` for other calls, and where the project does not create the context. */
export function contextValues(
  source: SourceFile,
  call: TSESTree.CallExpression,
): ContextValues | undefined {
  const [context] = call.arguments;
  return context && contextHooks.test(calleeName(call) ?? "")
    ? handedDown(source, context)
    : undefined;
}

/** What a context hands down; `undefined` where the project does not create it. */
export function handedDown(source: SourceFile, context: TSESTree.Node): ContextValues | undefined {
  const { home, variable } = contextOf(source, context);
  const creation = variable && constantSource(variable)?.expression;
  if (creation?.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const [type] = typeArgumentsOf(creation);
  const files = [
    home,
    ...(home.modules?.leadingFiles() ?? []).filter(({ ast }) => ast !== home.ast),
  ];
  const provided = files.flatMap((file) =>
    providersIn(file).flatMap(({ name, value }) =>
      contextNamed(file, name)?.variable === variable ? [{ source: file, node: value }] : [],
    ),
  );
  return {
    values: [...provided, ...creation.arguments.map((node) => ({ source: home, node }))],
    type: type && { source: home, node: type },
  };
}

/** The other files that create a context which a file provides: what they export leads to what is provided. */
export function contextFiles(source: SourceFile): SourceFile[] {
  return providersIn(source).flatMap(({ name }) => {
    const home = contextNamed(source, name)?.home;
    return home && home.ast !== source.ast ? [home] : [];
  });
}

/** The variable that holds a context, and its file. */
function contextOf(
  source: SourceFile,
  context: TSESTree.Node,
): { home: SourceFile; variable: Variable | undefined } {
  const origin = originOf(source, context);
  const home = origin?.source ?? source;
  return { home, variable: bindingOf(home, unwrap(origin?.node ?? context)) };
}

/** The variable that holds the context of a tag. Names in tags are no references, but contexts are of the whole file. */
function contextNamed(source: SourceFile, name: string): ReturnType<typeof contextOf> | undefined {
  for (const { set } of source.scopes.scopes) {
    const [identifier] = set.get(name)?.identifiers ?? [];
    if (identifier) return contextOf(source, identifier);
  }
  return undefined;
}

interface Provider {
  name: string;
  value: TSESTree.Node;
}

/** What a file provides: `<Context.Provider value={…}>`, or `<Context value={…}>` since React 19. */
const providersIn = oncePerFile(({ ast }): readonly Provider[] =>
  [...descendants(ast)].flatMap(providerAt),
);

function providerAt(node: TSESTree.Node): Provider[] {
  const name = node.type === AST_NODE_TYPES.JSXOpeningElement ? provided(node.name) : undefined;
  if (name === undefined || node.type !== AST_NODE_TYPES.JSXOpeningElement) return [];
  return node.attributes.flatMap((attribute) => {
    const isValue =
      attribute.type === AST_NODE_TYPES.JSXAttribute && attribute.name.name === "value";
    const value = isValue ? attribute.value : undefined;
    return value?.type === AST_NODE_TYPES.JSXExpressionContainer
      ? [{ name, value: value.expression }]
      : [];
  });
}

/** The name of a tag's context, as far as it may be one. */
function provided(tag: TSESTree.JSXTagNameExpression): string | undefined {
  if (tag.type === AST_NODE_TYPES.JSXIdentifier) return tag.name;
  return tag.type === AST_NODE_TYPES.JSXMemberExpression &&
    tag.property.name === "Provider" &&
    tag.object.type === AST_NODE_TYPES.JSXIdentifier
    ? tag.object.name
    : undefined;
}
