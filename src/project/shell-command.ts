import { join, relative, sep } from "node:path";

const runners = new Set(
  "babel-node bun deno esno esr jiti node swc-node ts-node ts-node-esm tsx vite-node".split(" "),
);
// Options whose value stands in a word of its own.
const optionsWithValue =
  /^(-r|-C|-P|-O|--require|--import|--loader|--experimental-loader|--env-file(-if-exists)?|--conditions|--project|--tsconfig|--compiler-options|--config)$/;

/** Whether a command line runs a file to its end: `tsx src/halo.ts`, `tsc && node dist/halo.js` for `src/halo.ts`. */
export function runsFileOnce(command: string, folder: string, path: string): boolean {
  return command.split(/&&|\|\||[;|&]/).some((part) => {
    const words = part.trim().split(/\s+/).map(unquoted);
    const runner = words.findIndex((word) => runners.has(word));
    if (runner === -1 || words.includes("--watch")) return false;
    const program = programOf(words.slice(runner + 1));
    return program !== undefined && startsFile(program, folder, path);
  });
}

function unquoted(word: string): string {
  return /^(["'])(.*)\1$/.exec(word)?.[2] ?? word;
}

/** The first word that is neither an option nor the value of one. */
function programOf(words: readonly string[]): string | undefined {
  const index = words.findIndex(
    (word, at) =>
      !word.startsWith("-") && word !== "run" && !optionsWithValue.test(words[at - 1] ?? ""),
  );
  return words[index];
}

const outputFolder = /^(dist|build|lib|out)\//;
const extension = /(\.d)?\.[cm]?[jt]sx?$/;

/** Whether a path of a manifest is a file, or what the file is compiled to: `dist/halo.js` for `src/halo.ts`. */
export function startsFile(program: string, folder: string, path: string): boolean {
  const given = join(program).split(sep).join("/").replace(extension, "");
  const file = relative(folder, path).split(sep).join("/").replace(extension, "");
  if (given === file || `${given}/index` === file) return true;
  if (!outputFolder.test(given)) return false;
  return withoutFolder(given.replace(outputFolder, "")) === withoutFolder(file);
}

function withoutFolder(path: string): string {
  return path.replace(/^src\//, "");
}
