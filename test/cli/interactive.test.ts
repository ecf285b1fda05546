import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineAccess, type EngineAccess } from "../../src/cli/engine-access.js";
import { runCli } from "./run-cli.js";
import { tempProject } from "./temp-project.js";

const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");

const three = "identify(1)\nkeep()\nidentify(2)\nidentify(3)\n";

/** Runs `migrate --interactive` with these keys typed. */
function answer(root: string, keys: string, options: { env?: object; engine?: EngineAccess } = {}) {
  return runCli(root, ["migrate", "--interactive"], {
    ...options,
    env: { NO_COLOR: "1", ...options.env },
    keys,
  });
}

/** A shell command as an editor, which gets the file as its last argument. */
function editor(root: string, command: string) {
  writeFileSync(join(root, "editor.sh"), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  return { env: { EDITOR: `sh ${join(root, "editor.sh")}` } };
}

describe("migrate --interactive", () => {
  it("shows each change with its reason, and asks", async () => {
    const root = tempProject({ "a.ts": three });
    const { stderr } = await answer(root, "nnn");
    expect(stderr.split("\n").slice(0, 14)).toEqual([
      "",
      "a.ts:1:1 (1 of 3)",
      "why   for…of over users",
      "then  batch: The loop, or the single call, becomes one call that sends all users in batches.",
      "--- a/a.ts",
      "+++ b/a.ts",
      "@@ -1,4 +1,4 @@",
      "-identify(1)",
      "+update(1)",
      " keep()",
      " identify(2)",
      " identify(3)",
      "Make this change? [y,n,a,d,e,q,?] n",
      "",
    ]);
  });

  it.each([
    ["y accepts", "yyy", "update(1) update(2) update(3)", 0],
    ["n skips", "nyn", "identify(1) update(2) identify(3)", 1],
    ["a accepts the rest of the file", "na", "identify(1) update(2) update(3)", 1],
    ["d skips the rest of the file", "yd", "update(1) identify(2) identify(3)", 1],
    ["q ends, and what was accepted is written", "yq", "update(1) identify(2) identify(3)", 1],
    ["so does the end of the input", "y", "update(1) identify(2) identify(3)", 1],
    [
      "a key that means nothing is asked about again",
      "zx\u001B[Ay\rnn",
      "update(1) identify(2) identify(3)",
      1,
    ],
  ])("%s", async (_name, keys, expected, exitCode) => {
    const root = tempProject({ "a.ts": three });
    const result = await answer(root, keys);
    expect(read(root, "a.ts")).toBe(`${expected.replace(" ", "\nkeep()\n").replace(" ", "\n")}\n`);
    expect(result.exitCode).toBe(exitCode);
  });

  it("tells apart the rest of a file and the rest of all", async () => {
    const files = { "a.ts": "identify(1)\nidentify(2)\n", "b.ts": "identify(3)\nidentify(4)\n" };
    const written = async (keys: string) => {
      const root = tempProject(files);
      await answer(root, keys);
      return [read(root, "a.ts"), read(root, "b.ts")];
    };
    expect(await written("dyy")).toEqual(["identify(1)\nidentify(2)\n", "update(3)\nupdate(4)\n"]);
    expect(await written("ann")).toEqual(["update(1)\nupdate(2)\n", "identify(3)\nidentify(4)\n"]);
    expect(await written("yqyy")).toEqual(["update(1)\nidentify(2)\n", files["b.ts"]]);
  });

  it("reports what was skipped, and leaves a file alone in which all was", async () => {
    const root = tempProject({
      "a.ts": "identify(1)\n",
      "b.ts": "identify(2)\nidentify() // REFUSED\n",
    });
    const { stdout, exitCode } = await answer(root, "ny");
    expect(stdout).toBe(
      [
        "b.ts:1:1: rewritten (batch)",
        "b.ts:2:1: refused: this code reaches a browser, where the update token must never be signed (runs-in-browser). Move it to a server.",
        "a.ts:1:1: skipped",
        "",
        "1 call rewritten in 1 file, 1 left to you, 1 skipped, 2 files scanned.",
        "Look at it with git diff, or take it back with halo-backfill migrate --undo.",
        "",
      ].join("\n"),
    );
    expect(exitCode).toBe(1);
    expect(read(root, "a.ts")).toBe("identify(1)\n");
  });

  it("explains the keys", async () => {
    const { stderr } = await answer(tempProject({ "a.ts": "identify(1)" }), "?n");
    expect(stderr).toContain("\nd  skip it and all others in this file\n");
    expect(stderr).toContain("\nMake this change? [y,n,a,d,e,q,?] n\n");
  });

  it("asks nothing where there is nothing to rewrite", async () => {
    const { stderr, exitCode } = await answer(tempProject({ "a.ts": "" }), "");
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  });

  it("needs a terminal", async () => {
    const root = tempProject({ "a.ts": "identify(1)" });
    expect(await runCli(root, ["migrate", "-i"])).toEqual({
      stdout: "",
      stderr: "error: --interactive asks on a terminal, and there is none\n",
      exitCode: 2,
    });
    expect(read(root, "a.ts")).toBe("identify(1)");
  });

  it("rewrites site by site, each with what it needs", async () => {
    const loop = (name: string) => `for (const user of ${name}) {\n  ha.identify(user.id);\n}\n`;
    const input = `${loop("users")}\n${loop("guests")}`;
    const results = await Promise.all(
      ["yn", "ny", "yy"].map(async (keys) => {
        const root = tempProject({ "a.mjs": input });
        await answer(root, keys, { engine: engineAccess({ workingDirectory: root }) });
        const text = read(root, "a.mjs");
        return {
          functions: text.split("async function updateHaloUsers").length - 1,
          loops: ["users", "guests"].filter((name) => text.includes(loop(name))),
        };
      }),
    );
    expect(results).toEqual([
      { functions: 1, loops: ["guests"] },
      { functions: 1, loops: ["users"] },
      { functions: 1, loops: [] },
    ]);
  });
});

describe("e", () => {
  it("writes what comes out of the editor, and leaves the rest of the file", async () => {
    const root = tempProject({ "a.ts": three });
    const { env } = editor(root, 'echo "// by hand" >> "$1"');
    const { stdout, stderr } = await answer(root, "ye", { env });
    expect(read(root, "a.ts")).toBe("update(1)\nkeep()\nupdate(2)\nidentify(3)\n// by hand\n");
    expect(stderr).toContain("The next run asks about the other 1 here.");
    expect(stdout).toContain("2 calls rewritten in 1 file, 1 skipped");
  });

  it("asks again where the result does not parse", async () => {
    const root = tempProject({ "a.ts": "identify(1)\n" });
    const { env } = editor(
      root,
      'if grep -q BROKEN "$1"; then echo "fine()" > "$1"; else echo BROKEN >> "$1"; fi',
    );
    const { stderr } = await answer(root, "ey", { env });
    expect(stderr).toContain(
      "a.ts:2:7: does not parse: Unexpected token\nEdit it again? [y,n] y\n",
    );
    expect(read(root, "a.ts")).toBe("fine()\n");
    writeFileSync(join(root, "a.ts"), "identify(1)\n");
    await answer(root, "enn", { env });
    expect(read(root, "a.ts")).toBe("identify(1)\n");
  });

  it("asks again where the editor fails", async () => {
    const root = tempProject({ "a.ts": "identify(1)\n" });
    const { env } = editor(root, 'echo "lost()" > "$1"; exit 3');
    const { stderr } = await answer(root, "ey", { env });
    expect(stderr).toContain(`${env.EDITOR} ended with 3\n`);
    expect(read(root, "a.ts")).toBe("update(1)\n");
  });

  it("counts as skipped where the editor restores the file", async () => {
    const root = tempProject({ "\u00fc b.ts": "\uFEFFidentify(1)\n" });
    const { env } = editor(root, 'echo "identify(1)" > "$1"');
    expect(await answer(root, "e", { env })).toMatchObject({
      stdout: "ü b.ts:1:1: skipped\n\nNothing to rewrite (1 file scanned, 1 skipped).\n",
      exitCode: 1,
    });
    expect(read(root, "ü b.ts")).toBe("\uFEFFidentify(1)\n");
  });
});

describe("on a real terminal", () => {
  const repository = join(import.meta.dirname, "../..");
  const tsx = join(repository, "node_modules/tsx/dist/loader.mjs");
  const main = join(repository, "src/cli/main.ts");
  const loop = "for (const user of users) {\n  ha.identify(user.id);\n}\n";

  /** Types one key for each question. */
  async function type(keys: string) {
    const root = tempProject({ "a.mjs": loop, "b.mjs": loop });
    const command = `'${process.execPath}' --import '${tsx}' '${main}' migrate -i; echo "ended with $?"`;
    const child = spawn("script", ["--quiet", "--command", command, "/dev/null"], {
      cwd: root,
      env: { ...process.env, XDG_STATE_HOME: tempProject({}), NO_COLOR: "1", TERM: "xterm" },
    });
    let screen = "";
    let asked = 0;
    child.stdout.on("data", (chunk) => {
      screen += String(chunk);
      if (screen.split("Make this change?").length - 1 > asked)
        child.stdin.write(keys[asked++] ?? "q");
    });
    await new Promise((resolve) => child.on("close", resolve));
    return { screen: screen.replaceAll("\r\n", "\n"), root };
  }

  it("takes single keys", async () => {
    const { screen, root } = await type("ny");
    expect(screen).toContain("1 call rewritten in 1 file, 1 skipped, 2 files scanned.");
    expect(screen).toMatch(/ended with 1\n$/u);
    expect(read(root, "a.mjs")).toBe(loop);
    expect(read(root, "b.mjs")).toContain("updateHaloUsers");
  });

  it("writes nothing after Ctrl-C", async () => {
    const { screen, root } = await type("y\u0003");
    expect(screen).toMatch(/ended with 130\n$/u);
    expect([read(root, "a.mjs"), read(root, "b.mjs")]).toEqual([loop, loop]);
  });
});
