import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import {
  childrenOf,
  descendants,
  type FunctionNode,
  isFunction,
  isWithin,
  staticName,
} from "../../source/syntax.js";
import { applyEdits, type TextEdit } from "../../source/text-edit.js";
import { variableNames } from "../copied-code.js";
import { indentationAt, reindent } from "../layout.js";
import type { RefusalReason } from "../refusals.js";
import { isMemberName, ownGlobals, visibleAt } from "../same-meaning.js";
import { isLoose, isObjectOfMember, standsAlone } from "../site-expression.js";
import type { CarriedDeclaration, CarriedDeclarations } from "./carried-declarations.js";
import type { CertainFunction } from "./certain-function.js";
import { constantCode } from "./global-code.js";
import { importedAs } from "./imported-as.js";
import { memberCode } from "./member-code.js";

/** Where a function is to be written instead of being called. */
export interface Place {
  source: SourceFile;
  call: TSESTree.Node;
  /** What the file gets besides. */
  declarations: CarriedDeclarations;
}

/** What stands for a name of the function at the call. */
export interface Value {
  code: string;
  /** The indentation of the line that the code starts in. */
  indent: string;
  /** What the code is, for the parentheses that it needs. */
  node: TSESTree.Node;
}

/** Writes parts of a function as they read at a call. What cannot be written there is noted in `problem`. */
export class Transfer {
  problem: RefusalReason | undefined;
  /** What parameters stand for. */
  readonly values = new Map<Variable, Value>();
  /** The members of the object literals that parameters are given of which nothing but members is read. */
  readonly members = new Map<Variable, ReadonlyMap<string, TSESTree.Node>>();
  /** The names that variables of the function get at the call, where not their own. */
  readonly renames = new Map<Variable, string>();
  /** What the call's file must get for the names that are written there. */
  readonly carried = new Set<CarriedDeclaration>();
  /** The globals that are read. */
  readonly globals = new Set<string>();
  readonly #typed: boolean;

  constructor(
    readonly fn: CertainFunction,
    readonly place: Place,
  ) {
    this.#typed = /\.[cm]?tsx?$/.test(place.source.path);
  }

  /** The code of a node, from and to other places than its own start and end if these are given. */
  code(node: TSESTree.Node, [start, end]: readonly [number, number] = node.range): string {
    const edits: TextEdit[] = [];
    this.#collect(node, edits);
    return applyEdits(
      this.fn.source.text.slice(start, end),
      edits
        .filter(({ range }) => range[1] <= end)
        .map(({ range, text }) => ({ range: [range[0] - start, range[1] - start], text })),
    );
  }

  #collect(node: TSESTree.Node, edits: TextEdit[], hasThis = true): void {
    switch (node.type) {
      case AST_NODE_TYPES.Property:
        if (node.shorthand) {
          this.#shorthand(node, edits, hasThis);
          return;
        }
        break;
      case AST_NODE_TYPES.Identifier: {
        const value = isMemberName(node) ? undefined : this.#name(node);
        if (value)
          edits.push(
            textInTemplate(this.fn.source, node, value) ?? {
              range: nameRange(node),
              text: this.#inPlace(node, value),
            },
          );
        if (node.typeAnnotation) this.#type(node.typeAnnotation, edits);
        return;
      }
      case AST_NODE_TYPES.ThisExpression:
        if (hasThis && !this.#keepsThis()) this.problem ??= "wrapper-scope";
        return;
      case AST_NODE_TYPES.SpreadElement:
        if (this.#spread(node, edits)) return;
        break;
      case AST_NODE_TYPES.MemberExpression:
        if (this.#memberOfLiteral(node, edits)) return;
        if (hasThis && this.#member(node, edits)) return;
        break;
      case AST_NODE_TYPES.MetaProperty:
      case AST_NODE_TYPES.Super:
      case AST_NODE_TYPES.ImportExpression:
        this.problem ??= "wrapper-scope";
        return;
      case AST_NODE_TYPES.TSTypeAnnotation:
      case AST_NODE_TYPES.TSTypeParameterInstantiation:
        this.#type(node, edits);
        return;
      case AST_NODE_TYPES.TSAsExpression:
      case AST_NODE_TYPES.TSSatisfiesExpression:
        if (!this.#means(node.typeAnnotation))
          edits.push({ range: [node.expression.range[1], node.range[1]], text: "" });
        this.#collect(node.expression, edits, hasThis);
        return;
      case AST_NODE_TYPES.TSNonNullExpression:
        if (!this.#typed)
          edits.push({ range: [node.expression.range[1], node.range[1]], text: "" });
        break;
      default:
    }
    const own = isFunction(node) && node.type !== AST_NODE_TYPES.ArrowFunctionExpression;
    for (const child of childrenOf(node)) this.#collect(child, edits, hasThis && !own);
  }

  /** `{ plan }`, of which the key stays where the value gets another name. */
  #shorthand(node: TSESTree.Property, edits: TextEdit[], hasThis: boolean): void {
    const { value } = node;
    const name = value.type === AST_NODE_TYPES.AssignmentPattern ? value.left : value;
    const found = name.type === AST_NODE_TYPES.Identifier ? this.#name(name) : undefined;
    if (name.type === AST_NODE_TYPES.Identifier && found && found.code !== name.name)
      edits.push({ range: nameRange(name), text: `${name.name}: ${this.#inPlace(name, found)}` });
    if (value.type === AST_NODE_TYPES.AssignmentPattern) this.#collect(value.right, edits, hasThis);
  }

  /** Writes what an object literal that a parameter is given has as a member. */
  #memberOfLiteral(node: TSESTree.MemberExpression, edits: TextEdit[]): boolean {
    const value = this.#given(node);
    if (!value) return false;
    const { source } = this.place;
    edits.push({
      range: node.range,
      text:
        value === "none"
          ? "undefined"
          : this.#inPlace(node, {
              code: source.text.slice(...value.range),
              indent: indentationAt(source.text, value.range[0]),
              node: value,
            }),
    });
    return true;
  }

  /** `{ ...user.traits }`, of which the members are known. */
  #spread(node: TSESTree.SpreadElement, edits: TextEdit[]): boolean {
    const { argument, parent } = node;
    const value =
      argument.type === AST_NODE_TYPES.MemberExpression ? this.#given(argument) : undefined;
    if (value === undefined || value === "none") return false;
    if (value.type !== AST_NODE_TYPES.ObjectExpression) return false;
    if (parent.type !== AST_NODE_TYPES.ObjectExpression) return false;
    const [first] = value.properties;
    const last = value.properties.at(-1);
    const names = [...value.properties, ...parent.properties].flatMap((property) =>
      property.type === AST_NODE_TYPES.Property ? (staticName(property) ?? "") : [],
    );
    // A key that is written twice is an error to TypeScript.
    if (!first || !last || new Set(names).size < names.length) return false;
    const { text } = this.place.source;
    const code = text.slice(first.range[0], last.range[1]);
    const from = indentationAt(text, first.range[0]);
    const to = indentationAt(this.fn.source.text, node.range[0]);
    edits.push({ range: node.range, text: reindent(code, from, to) });
    return true;
  }

  #given(node: TSESTree.MemberExpression): TSESTree.Node | "none" | undefined {
    const { object } = node;
    const variable =
      object.type === AST_NODE_TYPES.Identifier ? bindingOf(this.fn.source, object) : undefined;
    const members = variable && this.members.get(variable);
    return members && (members.get(staticName(node) ?? "") ?? "none");
  }

  /** What is written for a name; `undefined` where it stays. */
  #name(node: TSESTree.Identifier): Value | undefined {
    const { source, node: fn } = this.fn;
    const variable = bindingOf(source, node);
    if (!variable) {
      const isOwn = ownGlobals.has(node.name) && !this.#isSameFile();
      if (isOwn || node.name === "arguments" || this.#visible(node.name))
        this.problem ??= "wrapper-scope";
      this.globals.add(node.name);
      return undefined;
    }
    const value = this.values.get(variable);
    if (value) return value;
    const renamed = this.renames.get(variable);
    if (renamed !== undefined) return { code: renamed, indent: "", node };
    if (variable.defs.some(({ name }) => isWithin(name, fn) && fn.id !== name)) return undefined;
    if (this.#isSameFile()) {
      if (this.#visible(node.name) !== variable) this.problem ??= "wrapper-scope";
      return undefined;
    }
    const { source: site, call, declarations } = this.place;
    const imported = importedAs(source, node, site, call);
    if (imported !== undefined) return { code: imported, indent: "", node };
    const constant = constantCode(source, node);
    if (constant) {
      for (const read of variableNames(constant.node)) this.globals.add(read);
      return { ...constant, indent: indentationAt(source.text, constant.node.range[0]) };
    }
    const carried = declarations.of(source, node);
    if (!carried) {
      this.problem ??= "wrapper-scope";
      return undefined;
    }
    this.carried.add(carried);
    return { code: carried.local, indent: "", node };
  }

  #isSameFile(): boolean {
    return this.fn.source.ast === this.place.source.ast;
  }

  #visible(name: string): Variable | undefined {
    return visibleAt(this.place.source, this.place.call, name);
  }

  #keepsThis(): boolean {
    return this.fn.receiver?.type === AST_NODE_TYPES.ThisExpression;
  }

  /** Writes what a member of `this` is at the call, if the object has another name there. */
  #member(node: TSESTree.MemberExpression, edits: TextEdit[]): boolean {
    if (node.object.type !== AST_NODE_TYPES.ThisExpression || this.#keepsThis()) return false;
    const value = memberCode(this.fn, this.place, node);
    if (value) edits.push({ range: node.range, text: this.#inPlace(node, value) });
    else this.problem ??= "wrapper-scope";
    return true;
  }

  #type(type: TSESTree.Node, edits: TextEdit[]): void {
    if (!this.#means(type)) edits.push({ range: type.range, text: "" });
  }

  /** Whether a type can be written at the call as it is. */
  #means(type: TSESTree.Node): boolean {
    if (!this.#typed) return false;
    for (const node of descendants(type)) {
      if (node.type !== AST_NODE_TYPES.Identifier) continue;
      const variable = bindingOf(this.fn.source, node);
      const parent = node.parent.type;
      const isName =
        parent === AST_NODE_TYPES.TSTypeReference || parent === AST_NODE_TYPES.TSTypeQuery;
      if (!isName && !variable) continue;
      if (this.#visible(node.name) !== variable || (variable && !this.#isSameFile())) return false;
    }
    return true;
  }

  #inPlace(node: TSESTree.Node, { code, indent, node: value }: Value): string {
    const text = reindent(code, indent, indentationAt(this.fn.source.text, node.range[0]));
    const isCallee =
      node.parent?.type === AST_NODE_TYPES.CallExpression && node.parent.callee === node;
    const needsParentheses =
      isCallee && value.type !== AST_NODE_TYPES.Identifier
        ? value.type !== AST_NODE_TYPES.MemberExpression
        : !standsAlone(value, isObjectOfMember(node)) && !isLoose(node);
    return needsParentheses ? `(${text})` : text;
  }
}

/** A text in the place of a name in a template literal: `/users` for `${path}`. */
function textInTemplate(
  { text }: SourceFile,
  { parent, range: [start, end] }: TSESTree.Identifier,
  { node }: Value,
): TextEdit | undefined {
  const isText = node.type === AST_NODE_TYPES.Literal && typeof node.value === "string";
  if (!isText || parent.type !== AST_NODE_TYPES.TemplateLiteral) return undefined;
  const isBare = text.slice(start - 2, start) === "${" && text[end] === "}";
  // What would need escapes there, or has them, stays a literal.
  return isBare && node.raw.slice(1, -1) === node.value && !/[`$]/.test(node.value)
    ? { range: [start - 2, end + 1], text: node.value }
    : undefined;
}

/** The range of a name without its type. */
function nameRange({ range: [start], name }: TSESTree.Identifier): readonly [number, number] {
  return [start, start + name.length];
}

/** The variables that are declared in a function's body, those of inner functions included. */
export function ownVariables(source: SourceFile, fn: FunctionNode): Variable[] {
  return source.scopes.scopes
    .flatMap(({ variables }) => variables)
    .filter(({ defs }) => defs.some(({ name }) => isWithin(name, fn.body)));
}
