import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import { lastName } from "../../source/syntax.js";
import { listEvidence } from "./list-evidence.js";

const pluralNames = /([a-z]{2}s|list|rows|ids|all|batch|chunk|page|data)$/i;
const singularNames = /(status|class|address|process|access|progress|success|alias|this)$/i;

/** Whether a value is a list by what the code does with it, or by its name: `users`, `userList`, not `user`. */
export function isPlural(source: SourceFile, expression: TSESTree.Node): boolean {
  const evidence = listEvidence(source, expression);
  if (evidence !== "unknown") return evidence === "array";
  const name = lastName(expression) ?? "";
  return pluralNames.test(name) && !singularNames.test(name);
}
