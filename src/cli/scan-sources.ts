import type { Unparsable } from "../engine.js";
import type { Engine, EngineAccess } from "./engine-access.js";
import type { Failure } from "../project/failure.js";
import type { Listing, SourceFile } from "../project/list-sources.js";
import type { Progress } from "./progress.js";
import { sourceReader, type SourceReading } from "./read-source.js";

/** A file that the engine was asked about. */
export interface ScannedFile<Answer> {
  source: SourceFile;
  /** The file's byte order mark, or nothing. */
  mark: string;
  text: string;
  answer: Answer;
}

/** What a scan of all files gave. */
export interface Scan<Answer> {
  /** Files whose bytes were read. */
  filesScanned: number;
  /** Files among them that a parser read. */
  filesParsed: number;
  /** Files that the engine had an answer for. */
  scanned: ScannedFile<Answer>[];
  failures: Failure[];
  /** The engine, unless no byte of any file gave a reason to load it. */
  engine?: Engine | undefined;
}

/**
 * Reads every listed file and asks the engine about those whose bytes say that there may be something: by words of
 * their own, or by names of what other files hand on. A file that fails is noted and the scan goes on.
 */
export async function scanSources<Answer extends { parsed: boolean }>(
  listing: Listing,
  access: EngineAccess,
  progress: Progress,
  ask: (engine: Engine, path: string, text: string) => Answer | Unparsable,
): Promise<Scan<Answer>> {
  const scan: Scan<Answer> = {
    filesScanned: 0,
    filesParsed: 0,
    scanned: [],
    failures: [...listing.failures],
  };
  const read = sourceReader();
  progress.stage("read", listing.files.length);
  const readings: { source: SourceFile; reading: SourceReading }[] = [];
  for (const source of listing.files) {
    const pause = progress.advance();
    if (pause) await pause;
    const reading = read(source.path, access.mayContainFinding);
    readings.push({ source, reading });
    if (reading.kind !== "failed") scan.filesScanned++;
  }
  const isLead = readings.some(({ reading }) => reading.kind === "text");
  const engine = isLead || access.isLeadElsewhere(listing) ? await access.load() : undefined;
  scan.engine = engine;
  if (engine?.failure) scan.failures.push(engine.failure);
  progress.stage("worked out", readings.length);
  for (const { source, reading: first } of readings) {
    const pause = progress.advance();
    if (pause) await pause;
    const reading =
      first.kind === "irrelevant" && engine?.mayLead(source.path) === true
        ? read(source.path, () => true)
        : first;
    if (reading.kind === "failed") {
      scan.failures.push({ file: source.file, message: reading.message });
    } else if (engine && reading.kind === "text") {
      answer(scan, source, reading, (text) => ask(engine, source.path, text));
    }
  }
  return scan;
}

function answer<Answer extends { parsed: boolean }>(
  scan: Scan<Answer>,
  source: SourceFile,
  { mark, text }: Extract<SourceReading, { kind: "text" }>,
  ask: (text: string) => Answer | Unparsable,
): void {
  const given = answerOf(() => ask(text));
  if ("failure" in given) {
    scan.failures.push({ file: source.file, ...given.failure });
    return;
  }
  if (given.parsed) scan.filesParsed++;
  scan.scanned.push({ source, mark, text, answer: given });
}

function answerOf<Answer extends { parsed: boolean }>(
  ask: () => Answer | Unparsable,
): Answer | { failure: Omit<Failure, "file"> } {
  try {
    const answer = ask();
    if ("parsed" in answer) return answer;
    const { line, column, message } = answer;
    return { failure: { at: { line, column }, message: `does not parse: ${firstLine(message)}` } };
  } catch (error) {
    // A fault of ours in one file must not cost the user the result for all the others.
    return {
      failure: { message: `halo-backfill failed on this file: ${firstLine(String(error))}` },
    };
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}
