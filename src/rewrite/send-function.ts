import type { ImportedExport } from "./imported-export.js";

/** The function that a rewritten file hands its users to. */
export interface SendFunction {
  name: string;
  /** The name of the type of one user, in TypeScript. */
  type: string;
  /** The parts of the connection that differ between call sites, or that only a call site can name. */
  parameters: readonly ("headers" | "url")[];
  /** What a call gives: a promise of how many users Halo skipped, a promise of nothing, or nothing. */
  gives: "nothing" | "promise" | "skipped";
  /** What the file must bring in for it. */
  imported: readonly ImportedExport[];
  /** A declaration that the function needs, to be put where it has run before anything calls the function. */
  state?: string;
  /** The function and those that it calls. */
  text: string;
}
