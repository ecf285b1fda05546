import type { WriteStream } from "node:tty";
import type { ProgressResult } from "@clack/prompts";

/** Tells a waiting person how far a run is. */
export interface Progress {
  /** What is done from now on, as in `12 of 40 files rewritten`, and for how many files. */
  stage(done: string, total: number): void;
  /** One more file; a promise when the run should wait a moment, so that the terminal is drawn. */
  advance(): Promise<void> | undefined;
  /** The run is over, has failed or asks something: nothing of the bar remains. */
  stop(): void;
}

/** For pipes, CI and formats that programs read. */
export const silence: Progress = {
  stage: () => undefined,
  advance: () => undefined,
  stop: () => undefined,
};

/** What decides whether a bar is shown. */
export interface ProgressSurroundings {
  stderr: { isTTY?: boolean; columns?: number };
  env: NodeJS.ProcessEnv;
}

const barWidth = 30;
const neededColumns = 70;

/** Whether somebody watches, on a terminal wide enough for the bar. */
export function isWatched({ stderr, env }: ProgressSurroundings): boolean {
  const isCi = env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "false";
  return (
    stderr.isTTY === true &&
    !isCi &&
    env["TERM"] !== "dumb" &&
    (stderr.columns ?? 0) >= neededColumns
  );
}

const patienceMs = 400;
const redrawMs = 80;

/** A bar on a terminal, which appears only once the run has taken longer than one waits without asking. */
export function terminalProgress(output: WriteStream): Progress {
  const startedAt = performance.now();
  let drawnAt = startedAt;
  let current = { done: "", total: 0 };
  let count = 0;
  let shown = 0;
  let bar: ProgressResult | undefined;

  async function draw(): Promise<void> {
    bar ??= await startBar(current.total, output);
    bar.advance(count - shown, `${count} of ${current.total} files ${current.done}`);
    shown = count;
    // The work is synchronous; without this pause the bar's timer would never run.
    await new Promise((resolve) => setImmediate(resolve));
  }

  function clear(): void {
    bar?.clear();
    bar = undefined;
    process.off("exit", failWhenCancelled);
  }

  return {
    stage(done, total) {
      clear();
      current = { done, total };
      count = 0;
      shown = 0;
    },
    advance() {
      count++;
      const now = performance.now();
      if (now - startedAt < patienceMs || now - drawnAt < redrawMs) return undefined;
      drawnAt = now;
      return draw();
    },
    stop: clear,
  };
}

async function startBar(total: number, output: WriteStream): Promise<ProgressResult> {
  const { progress } = await import("@clack/prompts");
  process.once("exit", failWhenCancelled);
  const bar = progress({ max: total, size: barWidth, output, withGuide: false });
  bar.start("");
  return bar;
}

const interrupted = 130;

/** While the bar is up, @clack/prompts takes Ctrl-C and leaves with 0, which would pass for "nothing found". */
function failWhenCancelled(): void {
  process.exitCode = interrupted;
}
