import type { EngineAccess } from "../../src/cli/engine-access.js";
import type { MigratedSite, ReportedFinding, Unparsable } from "../../src/engine.js";
import { mayContainFinding } from "../../src/find/candidate.js";

/**
 * An engine that decides by words: every `identify(` is a finding; a line with `REFUSED` cannot be rewritten, a file
 * with `BROKEN` is no program, and one with `CRASH` brings the engine down.
 */
export function fakeEngine(): EngineAccess & { asked: string[]; loads: number } {
  const access = {
    asked: [] as string[],
    loads: 0,
    mayContainFinding: (bytes: Buffer) => mayContainFinding(bytes),
    isLeadElsewhere: () => false,
    load() {
      access.loads++;
      return Promise.resolve({
        mayLead: () => false,
        checkFile: (path: string, text: string) => {
          access.asked.push(path);
          const broken = failureIn(text);
          if (broken) return broken;
          return { kind: "checked" as const, parsed: true, findings: callsIn(text).map(finding) };
        },
        migrateFile: (path: string, text: string) => {
          access.asked.push(path);
          const broken = failureIn(text);
          if (broken) return broken;
          const output = text
            .split("\n")
            .map((line) => (isRefused(line) ? line : line.replaceAll("identify(", "update(")))
            .join("\n");
          const sites = callsIn(text).map(site);
          return {
            kind: "migrated" as const,
            parsed: true,
            output,
            edits: [],
            others: new Map(),
            sites,
          };
        },
      });
    },
  };
  return access;
}

interface Call {
  line: number;
  column: number;
  refused: boolean;
}

function callsIn(text: string): Call[] {
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/identify\(/gu)].map((match) => ({
      line: index + 1,
      column: match.index + 1,
      refused: isRefused(line),
    })),
  );
}

function isRefused(line: string): boolean {
  return line.includes("REFUSED");
}

const refusal = { reason: "runs-in-browser", advice: "Move it to a server." } as const;

function finding({ line, column, refused }: Call): ReportedFinding {
  return {
    line,
    column,
    endLine: line,
    endColumn: column + "identify".length,
    rule: "halo-backfill/no-identify-in-loop",
    message: "identifies every user",
    evidence: "for…of over users",
    reach: "sdk",
    rewrite: refused ? { strategy: "refuse", ...refusal } : { strategy: "batch" },
  };
}

function site({ line, column, refused }: Call): MigratedSite {
  return refused
    ? { line, column, status: "refused", ...refusal }
    : { line, column, status: "rewritten", strategy: "batch", notes: [] };
}

function failureIn(text: string): Unparsable | undefined {
  if (text.includes("CRASH")) throw new Error("lost the thread\nin two lines");
  if (!text.includes("BROKEN")) return undefined;
  return { kind: "unparsable", line: 2, column: 7, message: "Unexpected token\n  more" };
}
