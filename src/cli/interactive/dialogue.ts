import { readFileSync } from "node:fs";
import type { Writable } from "node:stream";
import type { MigratedSite, Migration } from "../../engine.js";
import { displayPath } from "../../project/display-path.js";
import { joinEdits } from "../../rewrite/join-edits.js";
import type { Engine } from "../engine-access.js";
import type { Rewrite } from "../merge-rewrites.js";
import { coloredDiff } from "../reporters/colored-diff.js";
import type { Colors } from "../reporters/printed.js";
import { visible } from "../reporters/visible.js";
import { strategies } from "../reports/tally.js";
import { unifiedDiff } from "../unified-diff.js";
import { editText } from "./edit-text.js";
import type { KeyInput, KeyReader } from "./key-reader.js";

/** The terminal that a person sits at. */
export interface Terminal {
  input: KeyInput;
  output: Writable;
  colors: Colors;
  cwd: string;
  /** Names the editor. */
  env: NodeJS.ProcessEnv;
}

/** What a person said of the changes in one file. */
export interface Decided {
  accepted: ReadonlySet<number>;
  /** The accepted changes, as the engine makes them. */
  migration: Migration;
  /** What came out of the person's editor, if they edited the file. */
  edited: string | undefined;
}

/** Whether there is something to ask about a call site. */
export function isRewritten({ status }: MigratedSite): boolean {
  return status === "rewritten";
}

const answers = {
  y: "make this change",
  n: "skip it",
  a: "make it and all others in this file",
  d: "skip it and all others in this file",
  e: "edit the file as it would be with it, and keep that",
  q: "skip it and all that follow; what was accepted is written",
  "?": "show this help",
} as const;

type Decision =
  { answer: Exclude<keyof typeof answers, "e" | "?"> } | { answer: "e"; text: string };

/** Asks about one change after the other. */
export class Dialogue {
  readonly #engine: Engine;
  readonly #terminal: Terminal;
  readonly #keys: KeyReader;
  readonly #total: number;
  #asked = 0;
  #hasQuit = false;

  constructor(engine: Engine, terminal: Terminal, keys: KeyReader, rewrites: readonly Rewrite[]) {
    this.#engine = engine;
    this.#terminal = terminal;
    this.#keys = keys;
    this.#total = rewrites.flatMap(changesOf).length;
  }

  /** Asks about the changes of one file. */
  async decide(file: Rewrite): Promise<Decided> {
    const accepted = new Set<number>();
    const changes = changesOf(file);
    let migration = this.#migration(file, accepted);
    let edited: string | undefined;
    let rest: "ask" | "accept" | "skip" = this.#hasQuit ? "skip" : "ask";
    for (const [index, change] of changes.entries()) {
      this.#asked++;
      if (rest === "skip") continue;
      const next = this.#migration(file, new Set([...accepted, change]));
      const decision: Decision =
        rest === "accept" ? { answer: "y" } : await this.#decideOn(file, change, migration, next);
      const { answer } = decision;
      if (answer === "q") this.#hasQuit = true;
      if (answer === "a") rest = "accept";
      if (answer === "d" || answer === "q" || answer === "e") rest = "skip";
      // To edit a file back to what it was is to skip the changes in it.
      if (answer === "e" && decision.text === file.text) {
        return { accepted: new Set(), migration: this.#migration(file, new Set()), edited };
      }
      if (answer === "y" || answer === "a" || answer === "e") {
        accepted.add(change);
        migration = next;
      }
      if (answer === "e") {
        edited = decision.text;
        const left = changes.length - index - 1;
        // The engine knows the changes of the file as it was, and not of what came out of somebody's hands.
        if (left > 0) this.#say(`The next run asks about the other ${left} here.`);
      }
    }
    return { accepted, migration, edited };
  }

  #migration({ source, text, answer }: Rewrite, accepted: ReadonlySet<number>): Migration {
    const isWanted = (change: number): boolean => accepted.has(change);
    const result = this.#engine.migrateFile(source.path, text, { isWanted });
    return result.kind === "migrated" ? result : answer;
  }

  async #decideOn(
    file: Rewrite,
    change: number,
    before: Migration,
    after: Migration,
  ): Promise<Decision> {
    this.#show(file, change, before, after);
    for (;;) {
      const answer = await this.#answer("Make this change?", Object.keys(answers));
      switch (answer) {
        case "y":
        case "n":
        case "a":
        case "d":
        case "q":
          return { answer };
        case "e": {
          const text = await this.#edit(file, after.output);
          if (text !== undefined) return { answer, text };
          break;
        }
        default:
          this.#say(
            Object.entries(answers)
              .map(([key, meaning]) => `${key}  ${meaning}`)
              .join("\n"),
          );
      }
    }
  }

  /** What came out of the editor, once it is a program; `undefined` where it is given up. */
  async #edit({ source }: Rewrite, proposal: string): Promise<string | undefined> {
    for (let draft = proposal; ;) {
      this.#keys.suspend();
      const edited = editText(source.path, draft, this.#terminal.env);
      this.#keys.resume();
      if (!edited.ok) {
        this.#say(edited.message);
        return undefined;
      }
      draft = edited.text.replace(/^\uFEFF/u, "");
      const problem = this.#engine.syntaxProblemIn(source.path, draft);
      if (!problem) return draft;
      const { line, column, message } = problem;
      this.#say(`${source.file}:${line}:${column}: does not parse: ${message.split("\n", 1)[0]}`);
      if ((await this.#answer("Edit it again?", ["y", "n"])) !== "y") return undefined;
    }
  }

  #show(file: Rewrite, change: number, before: Migration, after: Migration): void {
    const { colors } = this.#terminal;
    const { source } = file;
    const sites = file.answer.sites.filter((site) => site.change === change);
    const places = sites.map(({ line, column }) => `${source.file}:${line}:${column}`);
    const [site] = sites;
    const then =
      site?.status === "rewritten"
        ? [
            `${colors.dim("then")}  ${site.strategy}: ${strategies[site.strategy]}`,
            ...site.notes.map((note) => `${colors.dim("note")}  ${note}`),
          ]
        : [];
    const diffs = [
      unifiedDiff(source.file, before.output, after.output),
      ...this.#diffsElsewhere(before, after),
    ];
    const lines = [
      "",
      `${colors.bold(places.join(" "))} ${colors.dim(`(${this.#asked} of ${this.#total})`)}`,
      ...new Set(sites.map(({ evidence }) => `${colors.dim("why")}   ${evidence}`)),
      ...then,
      ...diffs.map((diff) => coloredDiff(visible(diff), colors).trimEnd()),
    ];
    this.#say(lines.join("\n"));
  }

  /** What the change brings to other files. */
  #diffsElsewhere(before: Migration, after: Migration): string[] {
    return [...after.others].flatMap(([path, edits]) => {
      const text = readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
      const old = joinEdits(text, [], before.others.get(path) ?? []).output;
      const fresh = joinEdits(text, [], edits).output;
      const file = displayPath(path, this.#terminal.cwd);
      return old === fresh ? [] : [unifiedDiff(file, old, fresh)];
    });
  }

  async #answer(question: string, keys: readonly string[]): Promise<string> {
    const { colors, output } = this.#terminal;
    output.write(`${colors.bold(colors.cyan(`${question} [${keys.join(",")}]`))} `);
    const pressed = await this.#keys.next();
    if (pressed.kind === "interrupt") return this.#interrupt();
    const key = pressed.kind === "end" ? "q" : pressed.key;
    this.#say(/^[!-~]$/u.test(key) ? key : "");
    return key;
  }

  /** As if the terminal had not been in our hands: the process ends, and nothing has been written. */
  #interrupt(): Promise<never> {
    this.#keys.close();
    this.#say("");
    process.kill(process.pid, "SIGINT");
    return new Promise(() => undefined);
  }

  #say(text: string): void {
    this.#terminal.output.write(`${text}\n`);
  }
}

/** The numbers of what can be accepted or skipped by itself, in the order of the file. */
function changesOf({ answer }: Rewrite): number[] {
  return [...new Set(answer.sites.filter(isRewritten).map(({ change }) => change))];
}
