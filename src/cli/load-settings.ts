import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Settings } from "../find/settings.js";
import { displayPath } from "../project/display-path.js";
import type { Failure, Position } from "../project/failure.js";
import { fileSystemMessage } from "../project/file-system-message.js";

/** The settings of a `--config` file, or what is wrong with it. */
export type LoadedSettings = { ok: true; settings: Settings } | { ok: false; failure: Failure };

/** Reads a file that holds, as JSON, what ESLint takes under `settings["halo-backfill"]`. */
export async function loadSettings(path: string, cwd: string): Promise<LoadedSettings> {
  const file = displayPath(resolve(cwd, path), cwd);
  const text = readText(resolve(cwd, path));
  if (!text.ok) {
    const message = `config file cannot be read: ${text.message}`;
    return { ok: false, failure: { file, message } };
  }
  const json = parseJson(text.value);
  if (!json.ok) return { ok: false, failure: { file, ...json.problem } };
  const { parseSettings } = await import("../find/settings.js");
  const parsed = parseSettings(json.value);
  return parsed.ok ? parsed : { ok: false, failure: { file, message: parsed.message } };
}

function readText(path: string): { ok: true; value: string } | { ok: false; message: string } {
  try {
    return { ok: true, value: readFileSync(path, "utf8").replace(/^\uFEFF/u, "") };
  } catch (error) {
    return { ok: false, message: fileSystemMessage(error) };
  }
}

function parseJson(
  text: string,
): { ok: true; value: unknown } | { ok: false; problem: Omit<Failure, "file"> } {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `config file is not JSON: ${detail.replaceAll(/\s+/gu, " ")}`;
    const at = positionIn(text, detail);
    return { ok: false, problem: at ? { at, message } : { message } };
  }
}

/** Node says "at position 17", or nothing where it quotes the text instead. */
function positionIn(text: string, detail: string): Position | undefined {
  const offset = detail.includes("end of JSON input")
    ? text.length
    : /at position (?<offset>\d+)/u.exec(detail)?.groups?.["offset"];
  if (offset === undefined) return undefined;
  const before = text.slice(0, Number(offset)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
