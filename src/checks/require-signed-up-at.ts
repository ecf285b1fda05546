import type { Settings } from "../find/settings.js";
import { sentUsers } from "../find/updates/sent-users.js";
import { settledBodyField, updateCallsOf } from "../find/updates/update-call.js";
import type { SourceFile } from "../source/source-file.js";
import type { Problem } from "./problem.js";
import { createsUsers } from "./require-update-only.js";
import { addedSignUpDate, undatedTraits } from "./sign-up-date.js";

/** Imports, which are update calls that create users, whose traits give no sign-up date. */
export function requireSignedUpAt(
  source: SourceFile,
  settings: Settings,
): Problem<"addSignUpDate" | "missing">[] {
  const undated = updateCallsOf(source, settings).flatMap((call) => {
    if (!createsUsers(settledBodyField(call, "update_only"))) return [];
    const sent = sentUsers(call);
    return sent ? undatedTraits(source, sent) : [];
  });
  return [...new Set(undated)].map((traits) => {
    const edit = addedSignUpDate(source, traits);
    return {
      node: traits,
      messageId: "missing",
      suggestions: edit ? [{ messageId: "addSignUpDate", edits: [edit] }] : [],
    };
  });
}
