import type { Variable } from "@typescript-eslint/scope-manager";
import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { httpClient } from "../../find/requests/http-client.js";
import { constantSource } from "../../find/values/value-sources.js";
import { bindingOf, type SourceFile } from "../../source/source-file.js";
import { descendants, isFunction } from "../../source/syntax.js";
import { variableNames } from "../copied-code.js";
import { knownClient } from "../known-clients.js";
import { FreshNames } from "../names.js";
import { isMemberName, ownGlobals, visibleAt } from "../same-meaning.js";
import { visibleClient } from "../visible-client.js";
import { type CarriedImport, carriedImport } from "./carried-import.js";
import { constantCode } from "./global-code.js";
import { importedAs } from "./imported-as.js";

/** A declaration that a file gets, so that code of another file means the same in it. */
export interface CarriedDeclaration {
  /** The variable that it declares. */
  local: string;
  /** An import, or the value of a constant. */
  value: CarriedImport | string;
  /** Whether it may stand in the file only while code reads it that the rewrite takes away. */
  passing: boolean;
  /** The declarations that it reads itself. */
  needs: readonly CarriedDeclaration[];
  /** The globals that it reads. */
  globals: readonly string[];
}

/** Code of another file as it reads at the top level of the file that it is carried to. */
interface ModuleCode extends Pick<CarriedDeclaration, "globals" | "needs"> {
  text: string;
}

/** Makes the declarations that one file gets; what several functions need is carried once. */
export class CarriedDeclarations {
  readonly #names: FreshNames;
  readonly #made = new Map<string, CarriedDeclaration>();

  constructor(private readonly site: SourceFile) {
    this.#names = new FreshNames(site);
  }

  /** The declaration of what a name of another file stands for; `undefined` where it must stay in its own file. */
  of(from: SourceFile, name: TSESTree.Identifier): CarriedDeclaration | undefined {
    const variable = bindingOf(from, name);
    if (variable?.scope.block.type !== AST_NODE_TYPES.Program) return undefined;
    return this.#import(from, variable) ?? this.#client(from, name, variable);
  }

  #import(from: SourceFile, variable: Variable): CarriedDeclaration | undefined {
    const carried = carriedImport(from, variable, this.site);
    if (!carried) return undefined;
    const { kind, module, exported, passing } = carried;
    const key = [kind, module, exported].join(" ");
    return this.#declare(key, from, variable, { value: carried, passing, needs: [], globals: [] });
  }

  /** `const api = axios.create({ baseURL });`, of which the rewrite leaves nothing but what it says of the requests. */
  #client(
    from: SourceFile,
    name: TSESTree.Identifier,
    variable: Variable,
  ): CarriedDeclaration | undefined {
    const constant = constantSource(variable);
    const known = knownClient(httpClient(from, name)?.name);
    if (constant?.path.length !== 0 || !known || !visibleClient(from, name, known))
      return undefined;
    const code = this.#code(from, constant.expression);
    if (!code) return undefined;
    const { text, needs, globals } = code;
    return this.#declare(text, from, variable, { value: text, passing: true, needs, globals });
  }

  #declare(
    key: string,
    from: SourceFile,
    { name }: Variable,
    declaration: Omit<CarriedDeclaration, "local">,
  ): CarriedDeclaration {
    const known = this.#made.get(key);
    if (known) return known;
    const others = new Set(variableNames(from.ast));
    let local = this.#names.take(name);
    while (local !== name && others.has(local)) local = this.#names.take(name);
    const made = { ...declaration, local };
    this.#made.set(key, made);
    return made;
  }

  #code(from: SourceFile, expression: TSESTree.Node): ModuleCode | undefined {
    const needs: CarriedDeclaration[] = [];
    const globals: string[] = [];
    let text = "";
    let [offset] = expression.range;
    for (const node of descendants(expression)) {
      if (isFunction(node) || node.type === AST_NODE_TYPES.ThisExpression) return undefined;
      if (node.type !== AST_NODE_TYPES.Identifier || isMemberName(node)) continue;
      const code = this.#name(from, node);
      if (code === undefined) return undefined;
      if (typeof code === "object") needs.push(code);
      else if (!bindingOf(from, node)) globals.push(code);
      const { parent } = node;
      const isShorthand = parent.type === AST_NODE_TYPES.Property && parent.shorthand;
      const read = typeof code === "object" ? code.local : code;
      text += `${from.text.slice(offset, node.range[0])}${isShorthand ? `${node.name}: ` : ""}${read}`;
      offset = node.range[1];
    }
    return { text: text + from.text.slice(offset, expression.range[1]), needs, globals };
  }

  /** What a name of the other file is at the top level of this one. */
  #name(from: SourceFile, name: TSESTree.Identifier): CarriedDeclaration | string | undefined {
    const top = this.site.ast.body[0];
    if (!top) return undefined;
    if (!bindingOf(from, name)) {
      const isHidden = ownGlobals.has(name.name) || visibleAt(this.site, top, name.name);
      return isHidden ? undefined : name.name;
    }
    const imported = importedAs(from, name, this.site, top);
    if (imported !== undefined) return imported;
    const constant = constantCode(from, name);
    return constant ? `(${constant.code})` : this.of(from, name);
  }
}

/** Some declarations with those that they read, each once, after those. */
export function withNeeds(
  declarations: Iterable<CarriedDeclaration>,
): readonly CarriedDeclaration[] {
  const all = new Set<CarriedDeclaration>();
  for (const declaration of declarations) {
    for (const each of withNeeds(declaration.needs)) all.add(each);
    all.add(declaration);
  }
  return [...all];
}
