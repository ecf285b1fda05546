import { positionedMessage } from "../../project/failure.js";
import type { UndoReport } from "../undo/undo.js";
import type { Printed } from "./printed.js";

/** The object that other tools read; its shape changes only together with `version`. */
export function reportUndoJson({ files, failures }: UndoReport): Printed {
  const errors = failures.map((failure) => ({
    file: failure.file,
    status: "error",
    diff: "",
    message: positionedMessage(failure),
  }));
  const document = { version: 1, files: [...files, ...errors] };
  return { stdout: `${JSON.stringify(document, undefined, 2)}\n`, stderr: "" };
}
