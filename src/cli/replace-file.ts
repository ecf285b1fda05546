import { accessSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { fileSystemMessage } from "../project/file-system-message.js";

/** Whether a file was replaced; if not, it is as it was, and `message` says why. */
export type Replacement = { ok: true } | { ok: false; message: string };

/** What to say where a file is left as it was. */
export interface ReplacementWords {
  changed: string;
  readOnly: string;
}

const rewriting: ReplacementWords = {
  changed: "changed on disk meanwhile, not rewritten; run migrate again",
  readOnly: "is read-only, not rewritten",
};

const ownerMayWrite = 0o200;

/**
 * Puts `after` in the place of `before`, whole or not at all, with the file's mode and owner. A file that no longer
 * holds `before` is left alone. Where `path` is a symbolic link, the file that it leads to is replaced.
 */
export async function replaceFile(
  path: string,
  before: string,
  after: string,
  words = rewriting,
): Promise<Replacement> {
  try {
    const realPath = realpathSync(path);
    if (isReadOnly(realPath)) return { ok: false, message: words.readOnly };
    if (!readFileSync(realPath).equals(Buffer.from(before))) {
      return { ok: false, message: words.changed };
    }
    await writeFileAtomic(realPath, after);
    return { ok: true };
  } catch (error) {
    return { ok: false, message: `cannot be written: ${fileSystemMessage(error)}` };
  }
}

/** An atomic write goes through a new file, so the permissions of the old one would not stop it; neither do they root. */
function isReadOnly(path: string): boolean {
  if ((statSync(path).mode & ownerMayWrite) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
