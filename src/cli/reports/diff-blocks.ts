import { parsePatch } from "diff";

/** A line of a diff, with its number in the old text, the new one or both. */
export interface DiffLine {
  number: number;
  text: string;
}

/** Lines that stayed, or lines that others took the place of. */
export interface DiffBlock {
  kind: "same" | "changed";
  old: DiffLine[];
  new: DiffLine[];
}

/** Blocks of lines that follow each other. */
export interface DiffHunk {
  header: string;
  blocks: DiffBlock[];
}

/** Takes a unified diff of one file apart. */
export function diffHunks(diff: string): DiffHunk[] {
  return parsePatch(diff).flatMap(({ hunks }) =>
    hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
      header: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
      blocks: blocksOf(lines, oldStart, newStart),
    })),
  );
}

/** How many lines a diff adds and removes. */
export function lineCounts(diff: string): { added: number; removed: number } {
  const blocks = diffHunks(diff)
    .flatMap((hunk) => hunk.blocks)
    .filter(({ kind }) => kind === "changed");
  const total = (side: "old" | "new") => blocks.reduce((sum, block) => sum + block[side].length, 0);
  return { added: total("new"), removed: total("old") };
}

function blocksOf(lines: readonly string[], oldStart: number, newStart: number): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  let oldNumber = oldStart;
  let newNumber = newStart;
  for (const line of lines) {
    const sign = line[0];
    const text = line.slice(1);
    // `\ No newline at end of file`
    if (sign === "\\") continue;
    const kind = sign === " " ? "same" : "changed";
    const last = blocks.at(-1);
    const block: DiffBlock = last?.kind === kind ? last : { kind, old: [], new: [] };
    if (block !== last) blocks.push(block);
    if (sign !== "+") block.old.push({ number: oldNumber++, text });
    if (sign !== "-") block.new.push({ number: newNumber++, text });
  }
  return blocks;
}
