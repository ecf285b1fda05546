import type { Writable } from "node:stream";
import type { MigratedSite } from "../../engine.js";
import type { Engine } from "../engine-access.js";
import type { Rewrite } from "../merge-rewrites.js";
import { type Choice, isRewrite, type SkippedSite } from "../migrate.js";
import { coloredDiff } from "../reporters/colored-diff.js";
import type { Colors } from "../reporters/printed.js";
import { visible } from "../reporters/visible.js";
import { strategies } from "../reports/tally.js";
import { unifiedDiff } from "../unified-diff.js";
import { editText } from "./edit-text.js";
import { type KeyInput, KeyReader } from "./key-reader.js";

/** The terminal that a person sits at. */
export interface Terminal {
  input: KeyInput;
  output: Writable;
  colors: Colors;
  /** Names the editor. */
  env: NodeJS.ProcessEnv;
}

/** Shows one change after the other, and takes only those that a person accepts. */
export async function chooseChanges(
  files: readonly Rewrite[],
  engine: Engine,
  terminal: Terminal,
): Promise<Choice> {
  const rewrites = files.filter(isRewrite);
  const total = rewrites.flatMap(changesOf).length;
  const choice: Choice = { files: files.filter((file) => !isRewrite(file)), skipped: [] };
  if (total === 0) return choice;
  const keys = new KeyReader(terminal.input);
  try {
    const dialogue = new Dialogue(engine, terminal, keys, total);
    for (const file of rewrites) {
      const { chosen, skipped } = await dialogue.choose(file);
      if (chosen) choice.files.push(chosen);
      choice.skipped.push(...skipped);
    }
  } finally {
    keys.close();
  }
  const order = new Map(files.map(({ source }, index) => [source, index]));
  const place = ({ source }: Rewrite): number => order.get(source) ?? 0;
  choice.files.sort((a, b) => place(a) - place(b));
  return choice;
}

/** The numbers of what can be accepted or skipped by itself, in the order of the file. */
function changesOf({ answer }: Rewrite): number[] {
  return [...new Set(answer.sites.filter(isRewritten).map(({ change }) => change))];
}

function isRewritten({ status }: MigratedSite): boolean {
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

class Dialogue {
  readonly #engine: Engine;
  readonly #terminal: Terminal;
  readonly #keys: KeyReader;
  readonly #total: number;
  #asked = 0;
  #hasQuit = false;

  constructor(engine: Engine, terminal: Terminal, keys: KeyReader, total: number) {
    this.#engine = engine;
    this.#terminal = terminal;
    this.#keys = keys;
    this.#total = total;
  }

  async choose(file: Rewrite): Promise<{ chosen: Rewrite | undefined; skipped: SkippedSite[] }> {
    const accepted = new Set<number>();
    const changes = changesOf(file);
    let output = file.text;
    let rest: "ask" | "accept" | "skip" = this.#hasQuit ? "skip" : "ask";
    for (const [index, change] of changes.entries()) {
      this.#asked++;
      if (rest === "skip") continue;
      const next = this.#outputOf(file, new Set([...accepted, change]));
      const decision: Decision =
        rest === "accept" ? { answer: "y" } : await this.#decide(file, change, output, next);
      const { answer } = decision;
      if (answer === "q") this.#hasQuit = true;
      if (answer === "a") rest = "accept";
      if (answer === "d" || answer === "q" || answer === "e") rest = "skip";
      if (answer === "y" || answer === "a" || answer === "e") {
        accepted.add(change);
        output = answer === "e" ? decision.text : next;
      }
      const left = changes.length - index - 1;
      // The engine knows the changes of the file as it was, and not of what came out of somebody's hands.
      if (answer === "e" && left > 0) this.#say(`The next run asks about the other ${left} here.`);
    }
    return result(file, accepted, output);
  }

  #outputOf({ source, text }: Rewrite, accepted: ReadonlySet<number>): string {
    const answer = this.#engine.migrateFile(source.path, text, {
      alone: true,
      isWanted: (change) => accepted.has(change),
    });
    return answer.kind === "migrated" ? answer.output : text;
  }

  async #decide(file: Rewrite, change: number, before: string, after: string): Promise<Decision> {
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
          const text = await this.#edit(file, after);
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

  #show({ source, answer }: Rewrite, change: number, before: string, after: string): void {
    const { colors } = this.#terminal;
    const sites = answer.sites.filter((site) => site.change === change).filter(isRewritten);
    const places = sites.map(({ line, column }) => `${source.file}:${line}:${column}`);
    const [site] = sites;
    const lines = [
      "",
      `${colors.bold(places.join(" "))} ${colors.dim(`(${this.#asked} of ${this.#total})`)}`,
      ...new Set(sites.map(({ evidence }) => `${colors.dim("why")}   ${evidence}`)),
      ...(site?.status === "rewritten"
        ? [
            `${colors.dim("then")}  ${site.strategy}: ${strategies[site.strategy]}`,
            ...site.notes.map((note) => `${colors.dim("note")}  ${note}`),
          ]
        : []),
      coloredDiff(visible(unifiedDiff(source.file, before, after)), colors).trimEnd(),
    ];
    this.#say(lines.join("\n"));
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

function result(
  file: Rewrite,
  accepted: ReadonlySet<number>,
  output: string,
): { chosen: Rewrite | undefined; skipped: SkippedSite[] } {
  const { source, answer, text } = file;
  const isTaken = ({ change }: MigratedSite): boolean => output !== text && accepted.has(change);
  const sites = answer.sites.filter((site) => !isRewritten(site) || isTaken(site));
  const skipped = answer.sites
    .filter((site) => !sites.includes(site))
    .map(({ line, column }) => ({ file: source.file, line, column }));
  const chosen = sites.length > 0 ? { ...file, answer: { ...answer, sites, output } } : undefined;
  return { chosen, skipped };
}
