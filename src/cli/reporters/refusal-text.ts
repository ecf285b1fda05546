import { refusals, type RefusalReason } from "../../rewrite/refusals.js";

/** Why a call is not rewritten, the name under which the docs explain it, and what to do. */
export function refusalText({ reason, advice }: { reason: RefusalReason; advice: string }): string {
  return `${refusals[reason].what} (${reason}). ${advice}`;
}
