import { batchContextCases } from "./batch-context.cases.js";
import { batchEvidenceCases } from "./batch-evidence/batch-evidence.cases.js";
import { callbackTimingCases } from "./uses/callback-timing.cases.js";
import { clientCodeCases } from "./client-code.cases.js";
import { clientRequestCases } from "./requests/client-request.cases.js";
import { decoratedFunctionCases } from "./values/decorated-function.cases.js";
import type { FindCase } from "./find-case.js";
import { haloValueCases } from "./values/halo-value.cases.js";
import { identifyCallCases } from "./identify-call.cases.js";
import { identityGuardCases } from "./repetition/identity-guard.cases.js";
import { iterationCases } from "./iterations/iterations.cases.js";
import { listEvidenceCases } from "./iterations/list-evidence.cases.js";
import { leavingCases } from "./repetition/leaving.cases.js";
import { repetitionCases } from "./repetition/repetition.cases.js";
import { sdkWaysCases, wrapperCases } from "./sdk-ways.cases.js";
import { staticTextCases } from "./values/static-text.cases.js";
import { testFilesCases } from "./test-files.cases.js";
import { thunkListCases } from "./uses/thunk-lists.cases.js";
import { variationCases } from "./repetition/variation.cases.js";

/** Every labelled program, with the table that it stands in. */
export const allCases: readonly (readonly [table: string, cases: readonly FindCase[]])[] = [
  ["batch context", batchContextCases],
  // Together: many rows have no case that every parser can read.
  [
    "batch evidence",
    Object.values(batchEvidenceCases).flatMap(({ applies, ignores }) => [...applies, ...ignores]),
  ],
  ["callback timing", callbackTimingCases],
  ["client code", clientCodeCases],
  ["decorated functions", decoratedFunctionCases],
  ["values of the SDK", haloValueCases],
  ["calls of the route", identifyCallCases],
  ...Object.entries(iterationCases).flatMap(([id, { counts, ignores }]) => [
    [`${id} counts`, counts] as const,
    [`${id} ignores`, ignores] as const,
  ]),
  ["calls of the route by other clients", clientRequestCases],
  ["list evidence", listEvidenceCases],
  ["identity guards", identityGuardCases],
  ["leaving", leavingCases],
  ["repetition", repetitionCases],
  ["ways of the SDK", sdkWaysCases],
  ["wrappers of the settings", wrapperCases],
  ["static text", staticTextCases],
  ["test files", testFilesCases],
  ["thunk lists", thunkListCases],
  ["variation", variationCases],
];
