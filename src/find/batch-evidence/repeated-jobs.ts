import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerFile } from "../../source/once-per-file.js";
import type { SourceFile } from "../../source/source-file.js";
import { calleeName, descendants, staticName } from "../../source/syntax.js";
import type { CallPlace } from "./evidence.js";
import { jobNames, queueNames, textsOf } from "./job-names.js";

/** Whether the file itself puts the job that a place runs for into its queue by the clock, and only so. */
export function isRepeatedJob(place: CallPlace): boolean {
  const names = new Set(jobNames(place));
  if (names.size === 0) return false;
  const { repeated, once } = jobsAdded(place.source);
  return repeated.some((name) => names.has(name)) && !once.some((name) => names.has(name));
}

/** The names of jobs and queues that a file feeds by the clock, and those that it feeds at other times. */
interface AddedJobs {
  repeated: string[];
  once: string[];
}

const jobsAdded = oncePerFile((source): AddedJobs => {
  const added: AddedJobs = { repeated: [], once: [] };
  for (const node of descendants(source.ast)) {
    if (node.type !== AST_NODE_TYPES.CallExpression) continue;
    const [first, second] = node.arguments;
    switch (calleeName(node)) {
      case "every":
        added.repeated.push(...textsIn(source, second));
        break;
      case "schedule":
        // pg-boss names the queue first; Agenda's schedule, which names it last, sends one job.
        added.repeated.push(...textsIn(source, first));
        break;
      case "upsertJobScheduler":
        added.repeated.push(...queueNames(source, node));
        break;
      case "add":
        (repeats(node) ? added.repeated : added.once).push(
          ...textsIn(source, first),
          ...queueNames(source, node),
        );
        break;
      case "now":
      case "send":
        added.once.push(...textsIn(source, first));
    }
  }
  return added;
});

function textsIn(source: SourceFile, node: TSESTree.Node | undefined): string[] {
  if (!node) return [];
  if (node.type !== AST_NODE_TYPES.ArrayExpression) return textsOf(source, node);
  return node.elements.flatMap((element) => (element ? textsOf(source, element) : []));
}

/** `add("owner", {}, { repeat: { pattern: "0 3 * * *" } })`. */
function repeats(call: TSESTree.CallExpression): boolean {
  return call.arguments.some(
    (argument) =>
      argument.type === AST_NODE_TYPES.ObjectExpression &&
      argument.properties.some(
        (property) =>
          property.type === AST_NODE_TYPES.Property && staticName(property) === "repeat",
      ),
  );
}
