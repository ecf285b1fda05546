import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, isFunction, staticName, unwrap } from "../../source/syntax.js";
import { requiredModule } from "./required-module.js";
import { returnedBy } from "./returned-by.js";

/** What a file exports in CommonJS, as it is read statement by statement. */
export interface CommonJsExports {
  named: { set: (name: string, exported: { node: TSESTree.Node }) => unknown };
  /** The modules whose exports are handed on under their own names. */
  stars: string[];
  /** What `module.exports = …` gives. */
  whole: TSESTree.Node | undefined;
}

/** Reads `module.exports = …`, `exports.sync = …`, and what transpilers write in their place. */
export class CommonJsReader {
  /** Names that stand for the exports: `const self = module.exports`, `const api = (module.exports = {})`. */
  readonly #aliases = new Set<string>();

  constructor(
    private readonly source: SourceFile,
    private readonly exports: CommonJsExports,
  ) {}

  read(expression: TSESTree.Node): void {
    const node = unwrap(expression);
    if (node.type === AST_NODE_TYPES.AssignmentExpression) this.#readAssignment(node);
    if (node.type === AST_NODE_TYPES.CallExpression) this.#readCall(node);
  }

  readDeclaration({ id, init }: TSESTree.VariableDeclarator): void {
    if (!init) return;
    if (id.type === AST_NODE_TYPES.Identifier && this.#leadsToExports(init))
      this.#aliases.add(id.name);
    this.read(init);
  }

  /** `exports.a = exports.b = …` */
  #readAssignment({ left, right }: TSESTree.AssignmentExpression): void {
    const value = valueOf(right);
    if (isModuleExports(left)) {
      if (!this.#isExports(value)) this.exports.whole = value;
    } else if (left.type === AST_NODE_TYPES.MemberExpression && this.#isExports(left.object)) {
      const name = staticName(left);
      if (name !== undefined) this.exports.named.set(name, { node: value });
    }
    this.read(right);
  }

  #readCall(call: TSESTree.CallExpression): void {
    const [target, ...given] = call.arguments;
    const name = calleeName(call) ?? "";
    // `__exportStar(require("./users"), exports)`, and without the second by older compilers.
    if (/^__export(Star)?$/.test(name)) this.#handOn(target);
    if (!target || !this.#isExports(target)) return;
    if (name === "assign") for (const object of given) this.#handOn(object);
    if (name === "defineProperty") this.#define(given);
  }

  /** Everything that an object has: a literal, or what another file exports. */
  #handOn(object: TSESTree.Node | undefined): void {
    const module = object && requiredModule(this.source, object);
    if (module !== undefined) this.exports.stars.push(module);
    if (object?.type !== AST_NODE_TYPES.ObjectExpression) return;
    for (const property of object.properties) {
      if (property.type === AST_NODE_TYPES.SpreadElement) {
        this.#handOn(property.argument);
        continue;
      }
      const name = staticName(property);
      if (name !== undefined) this.exports.named.set(name, { node: property.value });
    }
  }

  /** `Object.defineProperty(exports, "sync", { enumerable: true, get: function () { return users.sync; } })` */
  #define([name, descriptor]: readonly TSESTree.Node[]): void {
    if (
      name?.type !== AST_NODE_TYPES.Literal ||
      descriptor?.type !== AST_NODE_TYPES.ObjectExpression
    )
      return;
    for (const property of descriptor.properties) {
      if (property.type !== AST_NODE_TYPES.Property) continue;
      const key = staticName(property);
      const { value } = property;
      const [node] = key === "get" && isFunction(value) ? returnedBy(value) : [value];
      if (node && (key === "get" || key === "value"))
        this.exports.named.set(String(name.value), { node });
    }
  }

  #leadsToExports(value: TSESTree.Node): boolean {
    const node = unwrap(value);
    return node.type === AST_NODE_TYPES.AssignmentExpression
      ? this.#isExports(node.left) || this.#leadsToExports(node.right)
      : this.#isExports(node);
  }

  #isExports(node: TSESTree.Node): boolean {
    if (isModuleExports(node)) return true;
    if (node.type !== AST_NODE_TYPES.Identifier) return false;
    return node.name === "exports" || this.#aliases.has(node.name);
  }
}

/** The last value of a chain of assignments. */
function valueOf(expression: TSESTree.Node): TSESTree.Node {
  return expression.type === AST_NODE_TYPES.AssignmentExpression
    ? valueOf(expression.right)
    : expression;
}

function isModuleExports(node: TSESTree.Node): boolean {
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.object.type === AST_NODE_TYPES.Identifier &&
    node.object.name === "module" &&
    staticName(node) === "exports"
  );
}
