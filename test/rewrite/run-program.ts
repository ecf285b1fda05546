import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultBaseUrl } from "../../src/halo/endpoints.js";
import ts from "typescript";
import type { JsonObject } from "../halo-server/request-body.js";
import type { HaloServer } from "../halo-server/server.js";
import type { RewriteCase } from "./cases.js";
import type { Workspace } from "./workspace.js";

/** The widget key that the programs under test spell or read. */
export const widgetKey = "ab_live_9f2c7e41";

/** How a program ended. */
export interface Ending {
  exitCode: number | null;
  stderr: string;
}

/** What one identify said. */
export interface IdentifyNote {
  user_id: string;
  traits: JsonObject;
}

/** How many users there are, and at which piece of other work the program fails. */
export interface World {
  users: number;
  failAt?: number;
}

/** The programs of one case, before and after the rewrite, each to be run in a process of its own. */
export class Programs {
  readonly #folders: Record<"after" | "before", string>;

  constructor(
    private readonly workspace: Workspace,
    private readonly program: RewriteCase,
  ) {
    const { input, expected = "", files, expectedFiles } = program;
    this.#folders = {
      before: this.#setUp("before", input, files),
      after: this.#setUp("after", expected, { ...files, ...expectedFiles }),
    };
  }

  /** Puts one version's files into their project as JavaScript, and gives its folder. */
  #setUp(
    version: "after" | "before",
    text: string,
    files: Readonly<Record<string, string>>,
  ): string {
    const path = this.workspace.project(this.program, version);
    const all = { ...files, [basename(path)]: text };
    for (const [file, code] of Object.entries(all)) {
      const compiled = runnable({ ...this.program, extension: extname(file) }, code);
      writeFileSync(join(dirname(path), asScript(file)), compiled);
    }
    return dirname(path);
  }

  /** Runs the original with nothing to talk to, and gives what it would have said to Halo. */
  async record(world: World): Promise<{ calls: IdentifyNote[]; ending: Ending }> {
    const notes = join(
      this.#folders.before,
      `notes-${String(world.users)}-${String(world.failAt)}.json`,
    );
    const ending = await this.#run("before", [preload("support/record-identify.mjs")], world, {
      RECORD_TO: notes,
      HALO_BASE_URL: defaultBaseUrl,
      HALO_IDENTITY_SECRET: "ha_secret_unused",
    });
    return { calls: JSON.parse(readFileSync(notes, "utf8")) as IdentifyNote[], ending };
  }

  /** Runs the original against a Halo. */
  original(halo: HaloServer, world: World): Promise<Ending> {
    const { input, files } = this.program;
    const usesSdk = [input, ...Object.values(files)].some((text) => text.includes("HaloAgents"));
    const stand = usesSdk ? "sdk-shim" : "reroute";
    const preloads = [preload(`../halo-server/${stand}.mjs`)];
    return this.#run("before", preloads, world, environmentFor(halo));
  }

  /** Runs the rewritten program against a Halo. */
  rewritten(halo: HaloServer, world: World): Promise<Ending> {
    return this.#run("after", [preload("support/local-halo.mjs")], world, environmentFor(halo));
  }

  #path(version: "after" | "before"): string {
    const { manifest, extension } = this.program;
    const file = manifest.entry ?? (manifest.program ?? "backfill") + extension;
    return join(this.#folders[version], asScript(file));
  }

  #run(
    version: "after" | "before",
    preloads: readonly string[],
    { users, failAt = -1 }: World,
    environment: NodeJS.ProcessEnv,
  ): Promise<Ending> {
    const child = spawn(
      process.execPath,
      [...preloads.flatMap((module) => ["--import", module]), this.#path(version)],
      {
        cwd: this.workspace.folder,
        env: {
          PATH: process.env["PATH"],
          HALO_API_KEY: widgetKey,
          USER_COUNT: String(users),
          FAIL_AT: String(failAt),
          ...environment,
        },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (exitCode) => resolve({ exitCode, stderr }));
    });
  }
}

/** What a file is called when it is compiled. */
function asScript(file: string): string {
  return file.replace(/ts$/, "js");
}

/** The program as JavaScript. Compiled here once: to start tsx in every process would double the time of all tests. */
function runnable({ extension, manifest }: RewriteCase, text: string): string {
  if (!extension.endsWith("ts")) return text;
  const isScript = extension === ".cts" || (extension === ".ts" && manifest.type === "commonjs");
  const module = isScript ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
  const compilerOptions = { module, target: ts.ScriptTarget.ES2023, esModuleInterop: true };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

function preload(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function environmentFor(halo: HaloServer): NodeJS.ProcessEnv {
  return {
    HALO_BASE_URL: halo.url,
    HALO_PUBLIC_URL: defaultBaseUrl,
    HALO_IDENTITY_SECRET: halo.identitySecret ?? "",
  };
}
