/** An expression for a user, and one for that user's id. */
export interface Subject {
  user: string;
  id: string;
  /** The variables that both read; whoever declares one of these anew hides the subject. */
  names: readonly string[];
  /** Whether another turn writes the variable, so that code which runs later would read somebody else. */
  isVolatile?: boolean;
}

/** What the world of one part of a program is called: see `world.ts`. */
export interface Data {
  /** The list of users, by which everything else of the part is named too. */
  list: string;
  /** The one user who is there. */
  one: string;
}

/** What stands around the place that is printed. */
export interface Scope {
  data: Data;
  /** Who can be spoken of, the innermost last; the first is the one live user. */
  subjects: readonly Subject[];
  canAwait: boolean;
  /** Whether a loop stands around, within the same function. */
  inLoop: boolean;
  inFunction: boolean;
  /** Whether it makes no difference what the function returns, as it does for the callback of `some`. */
  canReturnAnything: boolean;
  /** What ends a turn of the innermost iteration early, and no more than that turn. */
  skip: "continue" | "return" | undefined;
  /** Whether an error ends all that the part does, and is caught around it. */
  canThrow: boolean;
  /** Whether the code here never runs. */
  isDead: boolean;
  /** The labels of the loops around, within the same function, the innermost last. */
  labels: readonly string[];
  /** Puts a declaration before everything else of the part. */
  declare: (declaration: string) => void;
  /** A name that nothing else has. */
  fresh: (base: string) => string;
}

/** Prints the statements inside a construct. */
export type Inner = (scope: Scope) => string;

/**
 * A construct that code can stand in.
 *
 * @param naming - which of the common names the construct gives what it declares
 * @returns its text; `undefined` where it cannot stand, so that the code inside stands there alone
 */
export type Construct = (scope: Scope, inner: Inner, naming: number) => string | undefined;

// Common names, so that one hides another now and then.
const names = ["user", "u", "row", "account"];

/** The name that a construct gives its element. */
export function elementName(naming: number): string {
  return names[naming % names.length] ?? "user";
}

/**
 * The scope within a function, where no outer loop can be left: not even by an error, for the engine does not follow
 * those through calls.
 */
export function within(scope: Scope, changes: Partial<Scope> = {}): Scope {
  return {
    ...scope,
    inLoop: false,
    inFunction: true,
    canReturnAnything: true,
    skip: undefined,
    canThrow: false,
    labels: [],
    ...changes,
  };
}

/** The scope within a loop statement. */
export function inLoop(scope: Scope, label?: string): Scope {
  const labels = label === undefined ? scope.labels : [...scope.labels, label];
  return { ...scope, inLoop: true, skip: "continue", labels };
}

/** The scope within a function that others call back, whose errors and promises they may drop. */
export function withinCallback(scope: Scope, isAsync: boolean): Scope {
  const subjects = scope.subjects.filter(({ isVolatile }) => !isVolatile);
  return within({ ...scope, subjects }, { canAwait: isAsync });
}

/** Adds a user that a name stands for, and hides those that were called so. */
export function withUser(scope: Scope, name: string): Scope {
  return withSubject(scope, { user: name, id: `${name}.id`, names: [name] });
}

/** Adds a user of whom only the id is known. */
export function withId(scope: Scope, name: string): Scope {
  return withSubject(scope, { user: `{ id: ${name} }`, id: name, names: [name] });
}

/** Adds somebody, and hides those whose names are taken. */
export function withSubject(scope: Scope, subject: Subject): Scope {
  const visible = scope.subjects.filter(
    ({ names }) => !names.some((n) => subject.names.includes(n)),
  );
  return { ...scope, subjects: [...visible, subject] };
}

/** `header { body }` over several lines. */
export function block(header: string, body: string): string {
  return `${header} {\n${body.replace(/^(?=.)/gm, "  ")}\n}`;
}
