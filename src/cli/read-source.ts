import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { fileSystemMessage } from "../project/file-system-message.js";

const byteOrderMark = "\uFEFF";

/** What reading a file for a scan gave. */
export type SourceReading =
  /** The bytes hold nothing that a finding could come from. */
  | { kind: "irrelevant" }
  /** The text without its byte order mark; `mark + text` is the file again, byte for byte. */
  | { kind: "text"; mark: string; text: string }
  | { kind: "failed"; message: string };

/**
 * Makes a function that reads files one after the other into the same buffer, which for thousands of small files takes
 * less time than a buffer each. Its second argument decides on the bytes, before anything is decoded.
 */
export function sourceReader(): (
  path: string,
  isRelevant: (bytes: Buffer) => boolean,
) => SourceReading {
  let buffer = Buffer.allocUnsafe(1024 * 1024);

  function readBytes(path: string): Buffer {
    const descriptor = openSync(path, "r");
    try {
      let length = 0;
      for (;;) {
        const room = buffer.length - length;
        const count = readSync(descriptor, buffer, length, room, null);
        length += count;
        // A regular file gives less than it was asked for only at its end.
        if (count < room) return buffer.subarray(0, length);
        buffer = Buffer.concat([buffer], buffer.length * 2);
      }
    } finally {
      closeSync(descriptor);
    }
  }

  return (path, isRelevant) => {
    try {
      const bytes = readBytes(path);
      const unfit = whyNotScannable(bytes);
      if (unfit !== undefined) return { kind: "failed", message: unfit };
      return isRelevant(bytes) ? decode(bytes) : { kind: "irrelevant" };
    } catch (error) {
      return { kind: "failed", message: `cannot be read: ${fileSystemMessage(error)}` };
    }
  };
}

/** A scan of such bytes would miss every call, and saying nothing would pass for "nothing found". */
function whyNotScannable(bytes: Buffer): string | undefined {
  if (!bytes.includes(0)) return undefined;
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? "is UTF-16, not UTF-8; convert it first" : "is binary, not source text";
}

function decode(bytes: Buffer): SourceReading {
  // Decoding would put U+FFFD where the bytes make no sense, and a rewrite would then write that back.
  if (!isUtf8(bytes)) return { kind: "failed", message: "is not valid UTF-8; convert it first" };
  const whole = bytes.toString("utf8");
  return whole.startsWith(byteOrderMark)
    ? { kind: "text", mark: byteOrderMark, text: whole.slice(1) }
    : { kind: "text", mark: "", text: whole };
}
