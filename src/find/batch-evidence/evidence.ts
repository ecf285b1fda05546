import type { TSESTree } from "@typescript-eslint/types";
import type { SourceFile } from "../../source/source-file.js";
import type { Settings } from "../settings.js";
import type { Surroundings } from "../uses/surroundings.js";

/** The signs that a call belongs to a server-side batch, and those that it does not; one row each in the table. */
export type EvidenceId =
  | "auth-callback"
  | "backfill-name"
  | "batch-job-name"
  | "bin"
  | "bulk-read"
  | "client-code"
  | "command-line"
  | "cron-secret"
  | "delivered-messages"
  | "message-handler"
  | "migration"
  | "migration-framework"
  | "npm-script"
  | "path"
  | "periodic-name"
  | "repeated-job"
  | "request-handler"
  | "route"
  | "schedule-call"
  | "schedule-decorator"
  | "schedule-option"
  | "scheduled-handler"
  | "shebang"
  | "sign-up"
  | "task"
  | "vercel-cron"
  | "webhook-signature"
  | "yargs-command";

/** A sign that a call belongs to a server-side batch, or that it does not. */
export interface EvidenceRow {
  /** Added up over the rows that apply. Below zero: against a batch. */
  weight: number;
  /** Why the sign tells who is there, for those who change the table. */
  reason: string;
  /** What the row saw, as the end of a sentence; `undefined` where it does not apply. */
  find: (place: CallPlace) => string | undefined;
}

/** Where a call stands, directly and by the callers of the functions around it in the same file. */
export interface CallPlace extends Surroundings {
  call: TSESTree.Node;
  source: SourceFile;
  settings: Settings;
}
