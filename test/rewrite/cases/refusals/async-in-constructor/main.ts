import { syncNames } from "./names.js";

export class Report {
  readonly count: number;

  constructor() {
    this.count = syncNames();
  }
}
