import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { EditedText } from "../../source/edited-text.js";
import { identifierAt } from "../../source/identifier-at.js";
import type { References } from "../../source/references.js";
import type { SourceFile } from "../../source/source-file.js";
import { descendants, isWithin } from "../../source/syntax.js";

/** The references of a project in which one file is not as it is on disk, but as it is after edits. */
export function movedReferences(
  references: References,
  before: SourceFile,
  after: SourceFile,
  text: EditedText,
): References {
  return {
    ...references,
    of(source, name) {
      const isMoved = source.path === after.path;
      const offset = isMoved ? text.originOf(name.range[0]) : undefined;
      const origin = offset === undefined ? undefined : identifierAt(before, offset);
      if (isMoved && !origin) return undefined;
      const places =
        isMoved && origin ? references.of(before, origin) : references.of(source, name);
      const word = "name" in name ? name.name : undefined;
      // What was written may name the function too, which nobody could see on disk.
      const isWritten = [...descendants(after.ast)].some(
        (node) =>
          node.type === AST_NODE_TYPES.Identifier &&
          node.name === word &&
          text.written.some((range) => isWithin(node, { range })),
      );
      if (!places || isWritten) return undefined;
      const moved = places
        .filter((place) => place.source.path !== after.path || !text.isGone(place.node.range[0]))
        .map((place) => {
          if (place.source.path !== after.path) return place;
          const node = identifierAt(after, text.placeOf(place.node.range[0]));
          return node && { source: after, node };
        });
      return moved.every((place) => place !== undefined) ? moved : undefined;
    },
  };
}
