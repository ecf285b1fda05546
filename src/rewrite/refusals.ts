/** One reason why a finding is not rewritten: what stands in the way, and what to do by hand. */
export interface Refusal {
  what: string;
  advice: string;
  /** What a host can add that changes one file alone. */
  elsewhere?: string;
}

/**
 * Every reason for which a rewrite is refused. The list is closed; `docs/refusals.md` has a section for each.
 */
export const refusals = {
  "runs-in-browser": {
    what: "this code reaches a browser, where the update token must never be signed",
    advice: "Move the backfill into a script that runs on a server, then migrate that script.",
  },
  "embedded-script": {
    what: "this code is only a part of its file, where the rewrite cannot tell what its functions and imports would do",
    advice: "Move the backfill into a script of its own, then migrate that script.",
  },
  "cannot-await": {
    what: "the code around the call cannot await the update calls",
    advice: "Put it into an async function that its callers await, then run migrate again.",
    elsewhere: "`halo-backfill migrate` does that itself where it can, in all files at once.",
  },
  "not-awaited": {
    what: "the turns of the loop go on after it, so that at no point all users are collected",
    advice:
      "Await the work, as in `await Promise.all(users.map(async (user) => …))`, then run migrate again.",
  },
  "library-loop": {
    what: "a library, a stream or a recursion makes the turns, so that the rewrite cannot tell when the last is over",
    advice:
      "Write it as a for…of or for await loop, or as `await Promise.all(users.map(…))`, then run migrate again.",
  },
  "through-function": {
    what: "the call reaches the identify through a function of which the rewrite cannot tell that it is always this one",
    advice: "Call identify itself there, then run migrate again.",
  },
  "wrapper-work": {
    what: "the function that is called does what cannot be written at the call as it is",
    advice: "Call identify itself there, and do the other work beside it, then run migrate again.",
  },
  "wrapper-scope": {
    what: "the function that is called reads what only it can see (`this`, variables of its own or of its file), or what has another meaning at the call",
    advice: "Hand it over as an argument, or call identify itself there, then run migrate again.",
  },
  "wrapper-arguments": {
    what: "the arguments of the call cannot take the place of the function's parameters: some are missing, spread or optional, or cannot be named before the call",
    advice: "Give each argument a name of its own before the call, then run migrate again.",
  },
  "live-callers": {
    what: "the file exports the function around the call, and who else calls it may mean users who are there",
    advice:
      "Keep that function for live users, and send the job's users to users/update where the job is.",
  },
  "init-per-user": {
    what: "each turn sets the SDK up anew for its user, and the code may go on to use that instance",
    advice: "Call identify with the id and the traits instead, then run migrate again.",
  },
  "other-client": {
    what: "the request is made by a client, or with options or headers of it, that the rewrite does not know",
    advice: "Make the request with fetch, its body written in place, then run migrate again.",
  },
  "dynamic-arguments": {
    what: "the user's id or traits cannot be read off the call",
    advice:
      "Pass the id and the traits as arguments or literal properties, then run migrate again.",
  },
  "reserved-keys": {
    what: "the traits hold keys that Halo manages itself (`created_at`, `id` and others), made where the rewrite cannot rename or drop them",
    advice:
      "Where the traits are made, call created_at signed_up_at and drop the others, then run migrate again.",
  },
  "no-sign-up-date": {
    what: "an import creates users, and the traits show no signed_up_at: Halo would take the time of the import for it",
    advice:
      "Write signed_up_at, as ISO 8601, among the traits at the call, then run migrate --import again.",
  },
  "unknown-columns": {
    what: "the names of the traits cannot be read off the call, so that the columns of the CSV file are not known",
    advice:
      "Write the traits as an object literal without spreads, then run migrate --target csv again.",
  },
  "no-csv-library": {
    what: "the project has no csv-stringify, through which rewritten code writes the CSV file",
    advice: "Run `npm install csv-stringify`, then run migrate --target csv again.",
  },
  "context-or-session": {
    what: "the call sends more than id and traits (context, session_id, other keys), which users/update does not take",
    advice: "Drop those keys if the backfill does not need them, then run migrate again.",
  },
  "uses-result": {
    what: "the code uses what the call returns for each user, and a batch has one response for all",
    advice: "Handle failure once per batch instead of per user, then run migrate again.",
  },
  "per-user-request": {
    what: "the URL, the headers or other options of the request are made anew for each user",
    advice: "Move them out of the loop so that all users share them, then run migrate again.",
  },
  "keeps-results": {
    what: "the statement keeps the results of its callbacks, and an error in one would lose the users before it",
    advice:
      "Write it as a for…of loop, or collect the results with Promise.allSettled, then run migrate again.",
  },
  "exits-process": {
    what: "the loop can end the process before the last batch is sent",
    advice:
      "Set process.exitCode and leave the loop instead of calling process.exit, or handle the errors of a stream's handler or a queue's job, then run migrate again.",
  },
  "endless-loop": {
    what: "the loop never ends, so that the last batch would never be sent",
    advice: "Send batches at points that suit the loop, by hand.",
  },
  "no-statement": {
    what: "the loop is part of a larger expression, with no statement to put the batches after",
    advice: "Give the loop a statement of its own, then run migrate again.",
  },
  "comment-in-call": {
    what: "a comment inside the call would be lost",
    advice: "Move the comment above the statement, then run migrate again.",
  },
} as const satisfies Record<string, Refusal>;

/** A key of {@link refusals}. */
export type RefusalReason = keyof typeof refusals;
