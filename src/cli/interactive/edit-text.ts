import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** What came of an edit by hand. */
export type Edited = { ok: true; text: string } | { ok: false; message: string };

const usualEditor = process.platform === "win32" ? "notepad" : "vi";

/**
 * Lets a person edit a text in their own editor, in a copy outside of the project.
 *
 * @param path - the file that the text is for; the copy has its name, by which editors know the language
 */
export function editText(path: string, text: string, env: NodeJS.ProcessEnv): Edited {
  const editor = [env["VISUAL"], env["EDITOR"]].find(Boolean) ?? usualEditor;
  const folder = mkdtempSync(join(tmpdir(), "halo-backfill-edit-"));
  const copy = join(folder, basename(path));
  try {
    writeFileSync(copy, text, { mode: 0o600 });
    // The variable may hold arguments (`code --wait`), so a shell takes it apart, as for git. The terminal is reached
    // through the standard error stream, since a report may be on its way from the output into a file.
    const { status, error } = spawnSync(`${editor} "${copy}"`, {
      shell: true,
      env: { ...process.env, ...env },
      stdio: ["inherit", process.stderr.fd, process.stderr.fd],
    });
    if (error) return { ok: false, message: `${editor} cannot be started: ${error.message}` };
    if (status !== 0) return { ok: false, message: `${editor} ended with ${status ?? "a signal"}` };
    return { ok: true, text: readFileSync(copy, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
