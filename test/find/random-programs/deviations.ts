import { find, siteOf } from "../../../src/find/find.js";
import { defaultSettings } from "../../../src/find/settings.js";
import { isWithin } from "../../../src/source/syntax.js";
import { parsed } from "../run-cases.js";
import type { PrintedPart, PrintedProgram } from "./program.js";
import { identifiedBy } from "./run-program.js";

/** How the findings in a program differ from what it does, a line for each part of it where they do. */
export function deviations(program: PrintedProgram): string[] {
  const users = identifiedBy(program);
  const found = find(parsed("/project/src/sync.js", program.text), defaultSettings).map(siteOf);
  return program.parts.flatMap((part, index) => {
    const own = found.filter((site) => isWithin(site, part));
    const count = users[index]?.size ?? 0;
    if (own.length > 0 !== count > 1)
      return [
        `identify runs for ${count} users of ${part.data.list}, and is found at ${own.length} places`,
      ];
    return own.flatMap((site) =>
      isExpected(site, part) ? [] : [`found at ${textOf(program, site)}`],
    );
  });
}

interface Site {
  range: readonly [number, number];
}

/** Whether a finding stands at the call, or at the call of a function around it, or in the arguments of one. */
function isExpected(site: Site, { leads, sites }: PrintedPart): boolean {
  return [...sites, ...leads].some((range) => isWithin(site, { range }));
}

function textOf({ text }: PrintedProgram, { range: [start, end] }: Site): string {
  return `line ${text.slice(0, start).split("\n").length}: ${text.slice(start, end)}`;
}
