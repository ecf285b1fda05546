import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { selfLeadMatcher } from "../find/candidate.js";
import { contextFiles } from "../find/values/context-values.js";
import { leadingExports } from "../find/leading-exports.js";
import type { Settings } from "../find/settings.js";
import { isTestFile } from "../find/test-files.js";
import { longestSource, type Modules } from "../source/modules.js";
import { outerPath } from "../source/embedded.js";
import { parsePrograms } from "../source/programs.js";
import type { SourceFile } from "../source/source-file.js";
import { evidenceRoot } from "./evidence-root.js";
import { importTexts } from "./import-texts.js";
import { listSources } from "./list-sources.js";
import { moduleResolver, type ResolveModule } from "./module-resolver.js";
import { projectRoot } from "./project-root.js";
import { wordMatcher } from "../find/word-matcher.js";

/** How a file was when it was read: two equal stamps mean that it need not be read again. */
type Stamp = string;

interface ParsedFile {
  stamp: Stamp;
  /** `undefined` where it cannot be parsed. */
  source: SourceFile | undefined;
}

// A look for changes may take this share of the time, so that a long run of a linter does not notice.
const shareOfTime = 1 / 200;

/** The project under one folder, read as far as it is asked about, and again where it has changed. */
class Project {
  readonly #parsed = new Map<string, ParsedFile>();
  readonly #roots = new Map<string, string>();
  #stamps: ReadonlyMap<string, Stamp> = new Map();
  #modules: Modules | undefined;
  #files: Modules | undefined;
  #nextLook = 0;
  #nextLookAtParsed = 0;

  constructor(
    private readonly root: string,
    private readonly workingDirectory: string,
    private readonly settings: Settings,
  ) {}

  modules(): Modules {
    this.#refresh();
    return (this.#modules ??= this.#read());
  }

  /** The same, without having looked yet who leads to identify. */
  files(): Modules {
    this.#refresh();
    if (this.#modules) return this.#modules;
    return (this.#files ??= this.#state(
      moduleResolver(this.#paths()),
      () => this.modules().leadingFiles(),
      (content) => this.modules().mayLead(content),
      (path) => this.modules().mayFileLead(path),
    ));
  }

  /** Forgets what was known of the project when it has changed. */
  #refresh(): void {
    const start = performance.now();
    if (start < this.#nextLook && !this.#parsedChanged(start)) return;
    const stamps = this.#look();
    if (!isSame(stamps, this.#stamps)) {
      this.#stamps = stamps;
      this.#modules = this.#files = undefined;
    }
    this.#nextLook = pausedSince(start);
  }

  #paths(): string[] {
    return [...this.#stamps.keys()];
  }

  #look(): Map<string, Stamp> {
    const stamps = new Map<string, Stamp>();
    for (const { path } of listSources([this.root], this.root).files) {
      const stamp = stampOf(path);
      if (stamp !== undefined) stamps.set(path, stamp);
    }
    return stamps;
  }

  /** Files that were parsed bear on results; they are few, and looked at more often. */
  #parsedChanged(start: number): boolean {
    if (start < this.#nextLookAtParsed) return false;
    for (const [path, { stamp }] of this.#parsed) if (stampOf(path) !== stamp) return true;
    this.#nextLookAtParsed = pausedSince(start);
    return false;
  }

  /** The project in its present state, with the names that lead to identify: those found lead to more, until none is new. */
  #read(): Modules {
    const paths = this.#paths();
    const resolve = moduleResolver(paths);
    this.#roots.clear();
    const scanned = new Set(paths);
    const texts = new Set<string>();
    const mayLead = selfLeadMatcher(this.settings);
    const leading = new Set(paths.filter((path) => mayLead(bytesOf(path)) && !this.#isTest(path)));
    for (;;) {
      const mentionsLead = wordMatcher([...texts]);
      const modules: Modules = this.#state(
        resolve,
        () => [...leading].flatMap((path) => modules.fileAt(path) ?? []),
        mentionsLead,
        (path) => (scanned.has(path) ? leading.has(path) : mentionsLead(bytesOf(path))),
      );
      const found: string[] = [];
      // Grows while it is walked.
      for (const path of leading) {
        const source = this.#isTest(path) ? undefined : modules.fileAt(path);
        if (!source) continue;
        found.push(...this.#textsOf(source));
        for (const home of contextFiles(source)) leading.add(home.path);
      }
      const added = [...new Set(found)].filter((text) => !texts.has(text));
      if (added.length === 0) return modules;
      for (const text of added) texts.add(text);
      const mentions = wordMatcher(added);
      for (const path of paths)
        if (!leading.has(path) && mentions(bytesOf(path))) leading.add(path);
    }
  }

  #state(
    resolve: ResolveModule,
    leadingFiles: Modules["leadingFiles"],
    mayLead: Modules["mayLead"],
    mayFileLead: Modules["mayFileLead"],
  ): Modules {
    const files = new Map<string, SourceFile | undefined>();
    const modules: Modules = {
      leadingFiles,
      mayLead,
      mayFileLead,
      // A state stands still, so that a file is looked for once in it.
      fileAt: (path) => remembered(files, path, () => this.#fileAt(path, modules)),
      fileOf: (specifier, from) =>
        remembered(files, `${specifier}\n${from.path}`, () =>
          this.#fileOf(resolve, specifier, from, modules),
        ),
    };
    return modules;
  }

  /** What files spell that import what leads to identify from a file. */
  #textsOf(source: SourceFile): string[] {
    return leadingExports(source, this.settings).flatMap((name) => importTexts(source.path, name));
  }

  /** Tests identify whom they make up, and nothing but a test imports them. */
  #isTest(path: string): boolean {
    return !this.settings.checkTests && isTestFile({ root: this.#rootOf(path), path });
  }

  /** {@link evidenceRoot}, which reads manifests, once a folder. */
  #rootOf(path: string): string {
    return remembered(this.#roots, dirname(path), () => evidenceRoot(path, this.workingDirectory));
  }

  #fileOf(
    resolve: ResolveModule,
    specifier: string,
    from: SourceFile,
    modules: Modules,
  ): SourceFile | undefined {
    const own = outerPath(from.path);
    const path = isAbsolute(own) ? resolve(specifier, own) : undefined;
    return path === undefined ? undefined : modules.fileAt(path);
  }

  #fileAt(path: string, modules: Modules): SourceFile | undefined {
    const stamp = stampOf(path);
    if (stamp === undefined) return undefined;
    const known = this.#parsed.get(path);
    const isCurrent = known?.stamp === stamp;
    if (isCurrent && known.source?.modules === modules) return known.source;
    const parsed = isCurrent ? known.source : this.#parse(path);
    // Answers are remembered by the project's state, so a file goes into each state anew.
    const source = parsed && { ...parsed, modules };
    this.#parsed.set(path, { stamp, source });
    return source;
  }

  #parse(path: string): SourceFile | undefined {
    const text = bytesOf(path)
      .toString("utf8")
      .replace(/^\uFEFF/u, "");
    const parsed = parsePrograms(path, text, this.#rootOf(path));
    // What a component exports is in its first script.
    return Array.isArray(parsed) ? parsed[0] : undefined;
  }
}

/** When to look again after a look that began at a time, and has just ended. */
function pausedSince(start: number): number {
  const now = performance.now();
  return now + (now - start) / shareOfTime;
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.has(key) ? (known.get(key) as T) : make();
  known.set(key, value);
  return value;
}

/** A file's bytes; none where it cannot be read, which whoever checks it by itself says. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function stampOf(path: string): Stamp | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size <= longestSource
    ? `${stats.mtimeMs} ${stats.size}`
    : undefined;
}

function isSame(a: ReadonlyMap<string, Stamp>, b: ReadonlyMap<string, Stamp>): boolean {
  return a.size === b.size && [...a].every(([path, stamp]) => b.get(path) === stamp);
}

const projects = new Map<string, Project>();
const roots = new Map<string, string | undefined>();

/** {@link projectRoot}, which reads manifests, once a folder: every file that is linted comes by here. */
function rootOf(path: string, workingDirectory: string): string | undefined {
  const key = `${workingDirectory}\n${dirname(path)}`;
  return remembered(roots, key, () => projectRoot(path, workingDirectory));
}

/** The project that a file belongs to; `undefined` where the settings want no other files read. */
function projectOf(
  path: string,
  workingDirectory: string,
  settings: Settings,
): Project | undefined {
  if (!settings.otherFiles) return undefined;
  const root = rootOf(path, workingDirectory);
  if (root === undefined) return undefined;
  const key = JSON.stringify([root, workingDirectory, settings]);
  let project = projects.get(key);
  if (!project) projects.set(key, (project = new Project(root, workingDirectory, settings)));
  return project;
}

/**
 * The other files of the project that a file belongs to.
 *
 * @param path - absolute
 * @param workingDirectory - the folder that the host works in
 */
export function projectModules(
  path: string,
  workingDirectory: string,
  settings: Settings,
): Modules | undefined {
  return projectOf(path, workingDirectory, settings)?.modules();
}

/** {@link projectModules} for those who do not ask what leads to identify: the project is not searched for it. */
export function projectFiles(
  path: string,
  workingDirectory: string,
  settings: Settings,
): Modules | undefined {
  return projectOf(path, workingDirectory, settings)?.files();
}
