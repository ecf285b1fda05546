import { dirname, join } from "node:path";
import type { CheckResult, MigrateResult } from "../engine.js";
import { mayContainFinding } from "../find/candidate.js";
import type { Failure } from "../project/failure.js";
import { type Listing, listSources, type SourceFile } from "../project/list-sources.js";
import { projectRoot } from "../project/project-root.js";
import { sourceReader } from "./read-source.js";
import type { References } from "../project/project-references.js";
import type { ProjectTypes } from "../project/project-types.js";
import type { RewriteTarget } from "../rewrite/rewrite-target.js";
import type { Settings } from "../find/settings.js";

/** What the commands ask of the engine. Paths are absolute, texts have no byte order mark. */
export interface Engine {
  checkFile: (path: string, text: string) => CheckResult;
  /** `alone`: only as far as no other file has to change. */
  migrateFile: (path: string, text: string, how?: { alone: boolean }) => MigrateResult;
  /** Whether a file has a name by which another file of its project hands on what leads to identify. */
  mayLead: (path: string) => boolean;
  /** What it could not use of what the user chose; it works without. */
  failure?: Failure | undefined;
}

/** A scan of bytes that is there at once, and the engine proper, which loads a parser and so comes in when needed. */
export interface EngineAccess {
  /** Whether a file may identify by itself. */
  mayContainFinding: (bytes: Buffer) => boolean;
  /** Whether a file that is not listed, but belongs to the same project as one that is, may. */
  isLeadElsewhere: (listing: Listing) => boolean;
  load: () => Promise<Engine>;
}

/** What the user chose for the engine. */
export interface EngineChoices {
  /** The folder that the command was called in. */
  workingDirectory: string;
  /** The default ones when there are none. */
  settings?: Settings | undefined;
  /** The files that the command may change; none where it is not said. */
  files?: readonly SourceFile[];
  /** A `tsconfig.json` that is there: its path, and how reports name it. */
  tsconfig?: SourceFile | undefined;
  /** What rewritten code does with its users; `update` where it is not given. */
  target?: RewriteTarget | undefined;
}

/** The engine of this package. */
export function engineAccess(choices: EngineChoices): EngineAccess {
  return {
    mayContainFinding: (bytes) => mayContainFinding(bytes, choices.settings),
    isLeadElsewhere: (listing) =>
      choices.settings?.otherFiles !== false && isLeadElsewhere(listing, choices),
    async load() {
      const [engine, { defaultSettings }, { projectModules }, references] = await Promise.all([
        import("../engine.js"),
        import("../find/settings.js"),
        import("../project/project-modules.js"),
        openReferences(choices),
      ]);
      const { project, failure } = await openTypes(choices);
      const settings = choices.settings ?? defaultSettings;
      const { workingDirectory, target } = choices;
      const alone = { settings, workingDirectory, project, target };
      const options = { ...alone, references };
      return {
        failure,
        mayLead: (path) =>
          projectModules(path, workingDirectory, settings)?.mayFileLead(path) === true,
        checkFile: (path, text) => engine.checkFile(path, text, options),
        migrateFile: (path, text, how) =>
          engine.migrateFile(path, text, how?.alone === true ? alone : options),
      };
    },
  };
}

/** Looks through the projects of the listed files, as far as they are not listed. */
function isLeadElsewhere(
  { files }: Listing,
  { settings, workingDirectory }: EngineChoices,
): boolean {
  const listed = new Set(files.map(({ path }) => path));
  const folders = new Set(files.map(({ path }) => dirname(path)));
  const roots = new Set(
    [...folders].map((folder) => projectRoot(join(folder, "x"), workingDirectory)),
  );
  const read = sourceReader();
  return [...roots].some(
    (root) =>
      root !== undefined &&
      listSources([root], root).files.some(
        ({ path }) =>
          !listed.has(path) &&
          read(path, (bytes) => mayContainFinding(bytes, settings)).kind === "text",
      ),
  );
}

/** `undefined` where the user wants no look at other files. */
async function openReferences({
  settings,
  workingDirectory,
  files = [],
}: EngineChoices): Promise<References | undefined> {
  if (settings?.otherFiles === false) return undefined;
  const { callersRoot, projectReferences } = await import("../project/project-references.js");
  const listed = new Set(files.map(({ path }) => path));
  return projectReferences({
    rootOf: (path) => callersRoot(path, workingDirectory),
    mayChange: (path) => listed.has(path),
  });
}

/** ts-morph brings TypeScript along, so it comes in only for those who ask for types. */
async function openTypes({
  tsconfig,
}: EngineChoices): Promise<{ project?: ProjectTypes; failure?: Failure }> {
  if (tsconfig === undefined) return {};
  const { openProject } = await import("../project/project-types.js");
  try {
    return { project: openProject(tsconfig.path) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `tsconfig cannot be used: ${detail.replaceAll(/\s+/gu, " ")}`;
    return { failure: { file: tsconfig.file, message } };
  }
}
