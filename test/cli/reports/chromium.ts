import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

/** The browser of this machine, if it has one. */
export const chromiumPath = (process.env["PATH"] ?? "")
  .split(delimiter)
  .flatMap((folder) =>
    ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)),
  )
  .find((path) => existsSync(path));

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-pipe",
];

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
}

/** A page in a real Chromium, driven by the browser's own protocol over two pipes. */
export class ChromiumPage {
  /** Exceptions, errors on the console, and what the page's policy has stopped. */
  readonly problems: string[] = [];
  /** The addresses that the page has asked for. */
  readonly requests: string[] = [];
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #awaited = new Map<string, () => void>();
  #sent = 0;
  #session: string | undefined;

  private constructor(path: string) {
    this.#profile = mkdtempSync(join(tmpdir(), "halo-backfill-chromium-"));
    this.#process = spawn(path, [...flags, `--user-data-dir=${this.#profile}`, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    let rest = "";
    (this.#process.stdio[4] as Readable).on("data", (chunk) => {
      const messages = (rest + String(chunk)).split("\0");
      rest = messages.pop() ?? "";
      for (const message of messages) this.#receive(JSON.parse(message) as Message);
    });
  }

  /** Opens a file in a window of this size. */
  static async open(path: string, file: string, width: number): Promise<ChromiumPage> {
    const page = new ChromiumPage(path);
    const { targetId } = await page.send<{ targetId: string }>("Target.createTarget", {
      url: "about:blank",
    });
    const attached = await page.send<{ sessionId: string }>("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    page.#session = attached.sessionId;
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await page.send(`${domain}.enable`);
    await page.resize(width);
    await page.#load("Page.navigate", { url: pathToFileURL(file).href });
    return page;
  }

  /** Loads the page anew. */
  reload(): Promise<void> {
    return this.#load("Page.reload");
  }

  async #load(method: string, params: object = {}): Promise<void> {
    const loaded = new Promise<void>((resolve) =>
      this.#awaited.set("Page.loadEventFired", resolve),
    );
    await this.send(method, params);
    await loaded;
  }

  /** Asks the browser for something by the protocol's name. */
  async send<Result>(method: string, params: object = {}): Promise<Result> {
    const id = ++this.#sent;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    const message = { id, method, params, ...(this.#session && { sessionId: this.#session }) };
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }

  /** The value of an expression in the page. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result } = await this.send<{ result: { value: Value } }>("Runtime.evaluate", {
      expression,
      returnByValue: true,
    });
    return result.value;
  }

  /** Gives the window another size. */
  async resize(width: number): Promise<void> {
    const metrics = { width, height: 800, deviceScaleFactor: 1, mobile: width < 500 };
    await this.send("Emulation.setDeviceMetricsOverride", metrics);
  }

  /** Presses and releases a key. */
  async press(key: string): Promise<void> {
    const text = key === "Enter" ? "\r" : key.length === 1 ? key : undefined;
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", key, code: key, text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", key, code: key });
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#process.once("close", resolve));
    // Killed from outside, it would leave child processes that still write into the profile.
    await this.send("Browser.close");
    await closed;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  #receive({ id, method, params, ...answer }: Message): void {
    if (id !== undefined) this.#waiting.get(id)?.(answer);
    if (method === undefined) return;
    this.#awaited.get(method)?.();
    if (method === "Network.requestWillBeSent") {
      this.requests.push((params as { request: { url: string } }).request.url);
    } else if (
      method === "Runtime.exceptionThrown" ||
      method === "Log.entryAdded" ||
      method === "Runtime.consoleAPICalled"
    ) {
      this.problems.push(JSON.stringify(params));
    }
  }
}
