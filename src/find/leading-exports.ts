import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../source/source-file.js";
import { isFunction, unwrap } from "../source/syntax.js";
import { isClass, partsOf } from "./values/class-members.js";
import { handedDown } from "./values/context-values.js";
import { followed } from "./values/definition.js";
import { exportedFrom, exportNames, type Place } from "./values/exports.js";
import { haloValues } from "./values/halo-value.js";
import type { Settings } from "./settings.js";
import { returnedBy } from "./values/returned-by.js";
import { staticTexts } from "./values/static-text.js";
import { typedValue } from "./values/typed-value.js";
import { wrapperSummary } from "./repetition/wrapper-call.js";

// An object in an object in a class, and so on; it also ends values that hold themselves.
const maxDepth = 6;

/** The names of a file's exports by which another file can reach an identify: functions, instances, classes, routes. */
export function leadingExports(source: SourceFile, settings: Settings): string[] {
  return exportNames(source).filter((name) => {
    const place = exportedFrom(source, [name]);
    return place !== undefined && leads(place, settings, 0);
  });
}

function leads(place: Place, settings: Settings, depth: number): boolean {
  if (depth > maxDepth) return false;
  if (contextLeads(place, settings, depth)) return true;
  const { source, node, path } = followed(place);
  if (path.length > 0) return false;
  const inside = (inner: TSESTree.Node): boolean =>
    leads({ source, node: unwrap(inner), path: [] }, settings, depth + 1);
  if (haloValues(source, settings).of(node) !== undefined || isRoute(source, node)) return true;
  if (isFunction(node)) {
    const fn = { source, node };
    return wrapperSummary(fn, settings) !== undefined || returnedBy(node).some(inside);
  }
  if (isClass(node)) {
    const { superClass } = node;
    if (superClass && inside(superClass)) return true;
    return node.body.body.some((member) => memberLeads(member, inside));
  }
  switch (node.type) {
    case AST_NODE_TYPES.ObjectExpression:
      return node.properties.some((property) =>
        inside(property.type === AST_NODE_TYPES.Property ? property.value : property.argument),
      );
    case AST_NODE_TYPES.ArrayExpression:
      return node.elements.some((element) => element !== null && inside(element));
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return node.arguments.some(inside);
    default:
      return false;
  }
}

function memberLeads(
  member: TSESTree.ClassElement,
  inside: (node: TSESTree.Node) => boolean,
): boolean {
  if (
    member.type !== AST_NODE_TYPES.MethodDefinition &&
    member.type !== AST_NODE_TYPES.PropertyDefinition
  )
    return false;
  const { value } = partsOf(member);
  return value !== undefined && inside(value);
}

/** A context of React, by what it hands down. */
function contextLeads({ source, node }: Place, settings: Settings, depth: number): boolean {
  const context = node.type === AST_NODE_TYPES.Identifier ? handedDown(source, node) : undefined;
  if (!context) return false;
  const { values, type } = context;
  if (type && typedValue(type.source, type.node) !== undefined) return true;
  return values.some((value) =>
    leads({ source: value.source, node: unwrap(value.node), path: [] }, settings, depth + 1),
  );
}

/** The end of the route of identify, in a constant or in a function that builds the URL. */
function isRoute(source: SourceFile, node: TSESTree.Node): boolean {
  const isText =
    node.type === AST_NODE_TYPES.Literal ||
    node.type === AST_NODE_TYPES.TemplateLiteral ||
    node.type === AST_NODE_TYPES.BinaryExpression;
  return isText && staticTexts(source, node).some((text) => routeEnd.test(text));
}

const routeEnd = /\/identify([/?#]|$)/;
