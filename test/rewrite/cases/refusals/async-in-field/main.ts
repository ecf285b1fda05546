import { syncNames } from "./names.js";

export class Report {
  readonly count = syncNames();
}
