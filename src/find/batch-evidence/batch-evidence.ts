import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import type { Iteration } from "../iterations/iteration.js";
import type { Settings } from "../settings.js";
import { surroundings } from "../uses/surroundings.js";
import { bulkRead, migration, migrationFramework } from "./data-evidence.js";
import { isOverDeliveredMessages } from "./delivered-messages.js";
import type { EvidenceId, EvidenceRow, CallPlace } from "./evidence.js";
import {
  backfillName,
  bin,
  commandLine,
  npmScript,
  path,
  periodicName,
  saysBackfill,
  shebang,
  vercelCron,
  yargsCommand,
} from "./file-evidence.js";
import { batchJobName } from "./job-names.js";
import {
  authCallback,
  clientCode,
  deliveredMessages,
  messageHandler,
  requestHandler,
  route,
  signUp,
  webhookSignature,
} from "./live-evidence.js";
import {
  cronSecret,
  repeatedJob,
  scheduleCall,
  scheduleDecorator,
  scheduledHandler,
  scheduleOption,
  task,
} from "./schedule-evidence.js";

/** A sum of weights from which on a call belongs to a batch. */
export const threshold = 3;

/** All signs, in the order in which messages list them. */
export const evidenceTable = {
  shebang,
  path,
  "command-line": commandLine,
  "yargs-command": yargsCommand,
  "npm-script": npmScript,
  bin,
  "schedule-call": scheduleCall,
  "schedule-option": scheduleOption,
  "schedule-decorator": scheduleDecorator,
  "scheduled-handler": scheduledHandler,
  "repeated-job": repeatedJob,
  "vercel-cron": vercelCron,
  "cron-secret": cronSecret,
  task,
  "batch-job-name": batchJobName,
  "backfill-name": backfillName,
  "periodic-name": periodicName,
  migration,
  "migration-framework": migrationFramework,
  "bulk-read": bulkRead,
  "client-code": clientCode,
  "request-handler": requestHandler,
  route,
  "sign-up": signUp,
  "auth-callback": authCallback,
  "webhook-signature": webhookSignature,
  "message-handler": messageHandler,
  "delivered-messages": deliveredMessages,
} as const satisfies Record<EvidenceId, EvidenceRow>;

const rows: readonly EvidenceRow[] = Object.values(evidenceTable);

/** Why a call counts as part of a server-side batch: at least one reason for it, and what spoke against it. */
export interface BatchEvidence {
  for: readonly [string, ...string[]];
  against: readonly string[];
}

/** Weighs what speaks for a server-side batch; `undefined` where that is too little. */
export function batchEvidence(
  source: SourceFile,
  call: TSESTree.Node,
  settings: Settings,
): BatchEvidence | undefined {
  const place = placeOf(source, call, settings);
  const applying = rows.flatMap(({ weight, find }) => {
    const text = find(place);
    return text === undefined ? [] : [{ weight, text }];
  });
  const sum = applying.reduce((total, { weight }) => total + weight, 0);
  if (sum < threshold) return undefined;
  const [first, ...rest] = applying.filter(({ weight }) => weight > 0).map(({ text }) => text);
  const against = applying.filter(({ weight }) => weight < 0).map(({ text }) => text);
  return first === undefined ? undefined : { for: [first, ...rest], against };
}

/** What says that a call is for a user who is there, as the end of a sentence; `undefined` where nothing does. */
export function liveSign(
  source: SourceFile,
  node: TSESTree.Node,
  settings: Settings,
): string | undefined {
  const place = placeOf(source, node, settings);
  for (const { weight, find } of rows) {
    const sign = weight < 0 ? find(place) : undefined;
    if (sign !== undefined) return sign;
  }
  return undefined;
}

/**
 * Whether iterations only go through messages that a queue has just delivered, each about one live user: then they
 * repeat nothing per existing user, unless the code says that the queue carries a backfill.
 */
export function isLiveDelivery(
  source: SourceFile,
  call: TSESTree.Node,
  iterations: readonly Iteration[],
  settings: Settings,
): boolean {
  if (!iterations.every((iteration) => isOverDeliveredMessages(source, iteration))) return false;
  if (saysBackfill(source)) return false;
  const place = placeOf(source, call, settings);
  return [backfillName, batchJobName, repeatedJob].every((row) => !row.find(place));
}

function placeOf(source: SourceFile, call: TSESTree.Node, settings: Settings): CallPlace {
  return { source, settings, call, ...surroundings(source, call) };
}
