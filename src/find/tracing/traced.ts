import type { Variable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";

/** What the parameters of the functions around an expression stand for; `undefined` for one that a call leaves out. */
export type Given = ReadonlyMap<TSESTree.Parameter, Traced | undefined>;

/** An expression, the file that it stands in, and what is known of the parameters around it. */
export interface Traced {
  source: SourceFile;
  node: TSESTree.Node;
  given: Given;
  /** The variable that holds the object or list, which may have been added to since. */
  holder?: Variable | undefined;
  /** The properties that the object has no more, as `...traits` of `{ id, ...traits }`. */
  without?: readonly string[];
  /** Whether it is one of the lists that a call cuts a list into, and `node` that call: `chunk(users, 500)`. */
  isPiece?: boolean;
}

/** What an object says of one of its properties. */
export interface Field {
  /** The expressions that it can be. */
  values: readonly Traced[];
  /** Whether it can be missing. */
  mayBeAbsent: boolean;
  /** Whether something that cannot be read may give it. */
  isUnknown: boolean;
}

/** What an object says of a property that it never has. */
export const absent: Field = { values: [], mayBeAbsent: true, isUnknown: false };
/** What an object says that cannot be read. */
export const unknown: Field = { values: [], mayBeAbsent: true, isUnknown: true };

/** What a list holds. */
export interface Elements {
  /** The expressions that an element can be; those of a loop or `map` stand for many elements. */
  values: readonly Traced[];
  /** Whether something that cannot be read may give further ones. */
  isUnknown: boolean;
}

/** What several lists hold together. */
export function joinedElements(lists: readonly Elements[]): Elements {
  return {
    values: lists.flatMap(({ values }) => values),
    isUnknown: lists.some(({ isUnknown }) => isUnknown),
  };
}

/** An expression of a file, in which nothing is known of the parameters around it. */
export function traced(source: SourceFile, node: TSESTree.Node): Traced {
  return { source, node, given: new Map() };
}

/** Whether an object never has a property. */
export function isAbsent({ values, mayBeAbsent, isUnknown }: Field): boolean {
  return values.length === 0 && mayBeAbsent && !isUnknown;
}

/** What is said of a property by all the objects that a value can be. */
export function joined(fields: readonly Field[]): Field {
  if (fields.length === 0) return absent;
  return {
    values: fields.flatMap(({ values }) => values),
    mayBeAbsent: fields.some(({ mayBeAbsent }) => mayBeAbsent),
    isUnknown: fields.some(({ isUnknown }) => isUnknown),
  };
}
