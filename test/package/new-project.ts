import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** What a command printed, and how it ended. */
export interface CommandResult {
  exitCode: number;
  output: string;
}

/** An empty folder outside this repository, with what a new user would have there. */
export class NewProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "shop-")));

  constructor(files: string) {
    cpSync(files, this.folder, { recursive: true });
  }

  /** Installs packages as a user would; a tarball is a package too. */
  async install(...packages: string[]): Promise<void> {
    const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
    const { exitCode, output } = await this.run("npm", "install", ...quiet, ...packages);
    if (exitCode !== 0) throw new Error(output);
  }

  /** Runs an installed command. */
  npx(...argv: string[]): Promise<CommandResult> {
    return this.run("npx", "--no-install", ...argv);
  }

  async run(command: string, ...argv: string[]): Promise<CommandResult> {
    return this.runWith({}, command, ...argv);
  }

  /** Runs a command with these variables besides those that are set. */
  async runWith(
    variables: Readonly<Record<string, string>>,
    command: string,
    ...argv: string[]
  ): Promise<CommandResult> {
    const options = { cwd: this.folder, env: { ...process.env, NO_COLOR: "1", ...variables } };
    try {
      const { stdout, stderr } = await promisify(execFile)(command, argv, options);
      return { exitCode: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { exitCode: code, output: stdout + stderr };
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Packs this package, as it would be published, and gives the tarball's path. */
export async function packTarball(folder: string): Promise<string> {
  const pack = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await promisify(execFile)("npm", pack);
  return resolve(folder, stdout.trim());
}
