import { existsSync, rmSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { fileSystemMessage } from "../project/file-system-message.js";

/** Writes a file that is not there, whole or not at all; says why where that is not possible. */
export async function createFile(path: string, text: string): Promise<string | undefined> {
  if (existsSync(path)) return "is there meanwhile, not written; run migrate again";
  try {
    await writeFileAtomic(path, text);
    return undefined;
  } catch (error) {
    return `cannot be written: ${fileSystemMessage(error)}`;
  }
}

/** Takes a file away that a run has added; says why where that is not possible. */
export function removeFile(path: string): string | undefined {
  try {
    rmSync(path);
    return undefined;
  } catch (error) {
    return `cannot be removed: ${fileSystemMessage(error)}`;
  }
}
