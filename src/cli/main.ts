#!/usr/bin/env node
import { engineAccess } from "./engine-access.js";
import { exitCode } from "./exit-code.js";
import { run } from "./run.js";

// Who reads through `head` closes the pipe early; that is no failure of ours.
function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
process.stdout.on("error", ignoreBrokenPipe);
process.stderr.on("error", ignoreBrokenPipe);

// The process is left to end by itself, so that output still on its way into a pipe arrives whole.
try {
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    engineAccess,
  });
} catch (error) {
  // Node itself would leave with 1, which here means "findings".
  console.error(error);
  process.exitCode = exitCode.failed;
}
