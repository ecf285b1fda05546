import type { Unparsable } from "../engine.js";
import type { Engine, EngineAccess } from "./engine-access.js";
import type { Failure } from "../project/failure.js";
import type { Listing, SourceFile } from "../project/list-sources.js";
import type { Progress } from "./progress.js";
import { sourceReader } from "./read-source.js";

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
}

/**
 * Reads every listed file and asks the engine about those whose bytes say that there may be something. A file that
 * fails is noted and the scan goes on.
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
  const read = sourceReader(access.mayContainFinding);
  let engine: Engine | undefined;
  for (const source of listing.files) {
    const pause = progress.advance();
    if (pause) await pause;
    const reading = read(source.path);
    if (reading.kind === "failed") {
      scan.failures.push({ file: source.file, message: reading.message });
      continue;
    }
    scan.filesScanned++;
    if (reading.kind === "irrelevant") continue;
    if (!engine) {
      engine = await access.load();
      if (engine.failure) scan.failures.push(engine.failure);
    }
    const loaded = engine;
    const answer = answerOf(() => ask(loaded, source.path, reading.text));
    if ("failure" in answer) {
      scan.failures.push({ file: source.file, ...answer.failure });
      continue;
    }
    if (answer.parsed) scan.filesParsed++;
    scan.scanned.push({ source, mark: reading.mark, text: reading.text, answer });
  }
  return scan;
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
