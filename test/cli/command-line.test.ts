import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../../src/cli/command-line.js";

const parse = (...argv: string[]) => parseCommandLine(argv, "1.2.3");

describe("parseCommandLine", () => {
  it("fills in what is not said", () => {
    expect(parse("check")).toEqual({ command: "check", paths: [], format: "stylish" });
    expect(parse("migrate")).toEqual({
      command: "migrate",
      paths: [],
      format: "text",
      dryRun: false,
      force: false,
      target: "update",
    });
  });

  it("takes paths and options in any order", () => {
    expect(parse("check", "a", "--format", "json", "b", "--config=halo.json")).toEqual({
      command: "check",
      paths: ["a", "b"],
      format: "json",
      config: "halo.json",
    });
    expect(parse("migrate", "--dry-run", "src", "--force", "-f", "json")).toEqual({
      command: "migrate",
      paths: ["src"],
      format: "json",
      dryRun: true,
      force: true,
      target: "update",
    });
  });

  it("takes where the users go", () => {
    expect(parse("migrate", "--target", "csv")).toMatchObject({ target: "csv" });
    expect(parse("migrate", "--import")).toMatchObject({ target: "import" });
  });

  it("takes what follows -- for paths", () => {
    expect(parse("check", "--", "--odd.ts")).toMatchObject({ paths: ["--odd.ts"] });
  });

  it.each([
    ["an unknown option", ["check", "--fromat", "json"], "Did you mean --format?"],
    ["an import into a file", ["migrate", "--import", "--target", "csv"], "cannot be used with"],
    ["an unknown command", ["chek"], "Did you mean check?"],
    ["an unknown format", ["check", "--format", "xml"], "Allowed choices are stylish, json"],
    ["a format of the other command", ["migrate", "-f", "sarif"], "Allowed choices are text, json"],
    ["an option without its value", ["check", "--config"], "argument missing"],
    ["an empty path", ["migrate", ""], "must not be empty"],
    ["no command", [], "Usage: halo-backfill"],
  ])("leaves with 2 for %s", (_name, argv, message) => {
    const answer = parse(...argv);
    expect(answer).toMatchObject({ command: "answered", stdout: "", exitCode: 2 });
    expect(answer).toHaveProperty("stderr", expect.stringContaining(message));
  });

  it("prints its version", () => {
    expect(parse("--version")).toEqual({
      command: "answered",
      stdout: "1.2.3\n",
      stderr: "",
      exitCode: 0,
    });
  });

  it.each([[["--help"]], [["check", "--help"]], [["help", "migrate"]]])(
    "prints help for %j",
    (argv) => {
      const answer = parse(...argv);
      expect(answer).toMatchObject({ command: "answered", stderr: "", exitCode: 0 });
      expect("stdout" in answer && answer.stdout).toMatchSnapshot();
    },
  );
});
