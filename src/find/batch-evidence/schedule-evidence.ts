import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import {
  calleeName,
  calleeOf,
  type FunctionNode,
  staticName,
  wrapped,
  typeArgumentsOf,
} from "../../source/syntax.js";
import { staticTexts } from "../values/static-text.js";
import type { EvidenceRow } from "./evidence.js";
import { callChain } from "./function-role.js";
import { methodDecorators } from "./method-decorators.js";
import { type Contents, ownContents } from "./own-contents.js";
import { isRepeatedJob } from "./repeated-jobs.js";

type AnyCall = TSESTree.CallExpression | TSESTree.NewExpression;

const schedulers = new Set([
  "schedule",
  "scheduleJob",
  "CronJob",
  "Cron",
  "cron",
  "addCronJob",
  "onSchedule",
  "setInterval",
]);

/** `cron.schedule("0 3 * * *", () => …)`, `new CronJob(…)`, `setInterval(…)`, `pubsub.schedule("…").onRun(…)` */
export const scheduleCall: EvidenceRow = {
  weight: 3,
  reason:
    "The clock starts it, and no user. A user's handler that calls it too outweighs the clock.",
  find({ calls }) {
    const scheduler = calls.find(({ call, through }) => {
      const name = calleeName(call) ?? "";
      if (name === "onRun")
        return [...callChain(call)].some((one) => calleeName(one) === "schedule");
      // A limiter's `schedule(() => …)` only waits for its turn; a scheduler is told the time first.
      return schedulers.has(name) && (name !== "schedule" || call.arguments[0] !== through);
    });
    return scheduler && bySchedule(calleeName(scheduler.call) ?? "");
  },
};

/** `createFunction({ id }, { cron: "0 3 * * *" }, …)`, `schedules.task({ cron, run })`, `app.timer("x", { schedule, handler })` */
export const scheduleOption: EvidenceRow = {
  // More than the `job` or `event` that such a function is given weighs against it.
  weight: 6,
  reason: "The call that takes the function names the times when it runs.",
  find({ source, calls }) {
    const scheduler = calls.find(({ call }) => namesTimes(source, call));
    return scheduler && bySchedule(calleeName(scheduler.call) ?? "");
  },
};

function bySchedule(name: string): string {
  return `it runs on a schedule, by ${name}()`;
}

function namesTimes(source: SourceFile, call: AnyCall): boolean {
  const callee = calleeOf(call);
  // Trigger.dev's schedules may be made elsewhere.
  const isScheduledTask =
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.object.type === AST_NODE_TYPES.Identifier &&
    callee.object.name === "schedules" &&
    staticName(callee) === "task";
  return isScheduledTask || call.arguments.some((argument) => holdsTimes(source, argument));
}

/** `{ cron: … }`, `{ schedule: "0 3 * * *" }`, `{ triggers: [{ cron: … }] }`. */
function holdsTimes(source: SourceFile, node: TSESTree.Node): boolean {
  if (node.type === AST_NODE_TYPES.ArrayExpression)
    return node.elements.some((element) => element !== null && holdsTimes(source, element));
  if (node.type !== AST_NODE_TYPES.ObjectExpression) return false;
  return node.properties.some((property) => {
    if (property.type !== AST_NODE_TYPES.Property) return false;
    const name = staticName(property) ?? "";
    if (name === "cron" || name === "cronTime") return true;
    if (name === "triggers") return holdsTimes(source, property.value);
    // `schedule` may also be what a user has planned.
    return name === "schedule" && staticTexts(source, property.value).some(isTimetable);
  });
}

/** `0 3 * * *`, `every day 03:00`, `rate(1 day)`. */
function isTimetable(text: string): boolean {
  return /^(\S+ ){4,5}\S+$|^every |^(rate|cron)\(/.test(text);
}

/** `@Cron("0 3 * * *") async nightly() { … }` */
export const scheduleDecorator: EvidenceRow = {
  weight: 3,
  reason: "As for a call of a scheduler.",
  find({ functions }) {
    const name = functions
      .flatMap((fn) => methodDecorators(fn).ofMethod.map((call) => calleeName(call) ?? ""))
      .find((each) => /^(Cron|Interval)$/.test(each));
    return name && `it runs on a schedule, by @${name}()`;
  },
};

/** Cloudflare's `export default { async scheduled(event) { … } }`, Lambda's `ScheduledHandler` */
export const scheduledHandler: EvidenceRow = {
  // The event that it is given tells the time, and of no user: more than a handler of events weighs against it.
  weight: 6,
  reason: "The platform starts it by the clock.",
  find({ functions, properties }) {
    if (properties.some(isScheduled)) return bySchedule("scheduled");
    return functions.some((fn) => tellsTime(ownContents(fn)) || isTypedAsScheduled(fn))
      ? "it handles a scheduled event"
      : undefined;
  },
};

function isScheduled(property: TSESTree.Property): boolean {
  return (
    staticName(property) === "scheduled" &&
    wrapped(property.parent).parent?.type === AST_NODE_TYPES.ExportDefaultDeclaration
  );
}

const scheduledEvent = /^(Scheduled Event|aws\.(events|scheduler))$/;

/** `EventBridgeEvent<"Scheduled Event", unknown>`, `event.source === "aws.events"`, `(event: ScheduledEvent)`. */
function tellsTime({ literals, types }: Contents): boolean {
  return types.has("ScheduledEvent") || [...literals].some((text) => scheduledEvent.test(text));
}

/** `const handler: ScheduledHandler = async () => …`, `EventBridgeHandler<"Scheduled Event", …>`. */
function isTypedAsScheduled(fn: FunctionNode): boolean {
  const declarator = wrapped(fn).parent;
  if (declarator?.type !== AST_NODE_TYPES.VariableDeclarator) return false;
  const type = declarator.id.typeAnnotation?.typeAnnotation;
  if (type?.type !== AST_NODE_TYPES.TSTypeReference) return false;
  if (type.typeName.type === AST_NODE_TYPES.Identifier && type.typeName.name === "ScheduledHandler")
    return true;
  const [first] = typeArgumentsOf(type);
  return (
    first?.type === AST_NODE_TYPES.TSLiteralType &&
    first.literal.type === AST_NODE_TYPES.Literal &&
    scheduledEvent.test(String(first.literal.value))
  );
}

/** `agenda.every("1 day", "owner")` beside `agenda.define("owner", …)`; so for pg-boss, BullMQ and Bull */
export const repeatedJob: EvidenceRow = {
  // More than the `job` that the function is given weighs against it.
  weight: 6,
  reason: "The file puts the job into the queue by the clock.",
  find: (place) => (isRepeatedJob(place) ? "its job repeats" : undefined),
};

/** `process.env.CRON_SECRET` */
export const cronSecret: EvidenceRow = {
  // Whoever has the secret is no user, however much the code looks like a route.
  weight: 13,
  reason: "Only the scheduler has the secret that the code asks for.",
  find({ functions }) {
    const name = functions
      .flatMap((fn) => [...ownContents(fn).members])
      .find((each) => /(^|_)CRON_(SECRET|KEY|TOKEN)$/.test(each));
    return name && `it asks for ${name}`;
  },
};

/** Nitro's `defineTask({ run })` */
export const task: EvidenceRow = {
  // More than the `payload` that it is given weighs against it.
  weight: 6,
  reason: "A server's tasks are started by the clock or by hand.",
  find: ({ calls }) =>
    calls.some(({ call }) => calleeName(call) === "defineTask")
      ? "it is a task, by defineTask()"
      : undefined,
};
