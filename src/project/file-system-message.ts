const messages: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist: a part of its path is not a directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "is on a read-only file system",
  EISDIR: "is a directory",
  ELOOP: "is a symbolic link that leads back to itself",
  ENAMETOOLONG: "has a name that is too long",
  EMFILE: "could not be opened: too many open files",
  ENOSPC: "could not be written: no space left on the device",
};

/** Says in plain words why the file system refused. */
export function fileSystemMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return messages[code] ?? error.message;
}
