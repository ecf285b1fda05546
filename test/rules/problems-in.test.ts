import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { problemsIn } from "../../rules/problems-in.js";
import { projectFolder } from "./rule-tester.js";

/** The context that a rule gets for a text, with settings that count how often they are read. */
function contextOf(text: string) {
  const linter = new Linter();
  linter.verify(text, []);
  const reads = { count: 0 };
  const context = {
    sourceCode: linter.getSourceCode(),
    filename: `${projectFolder}a.js`,
    cwd: projectFolder,
    settings: {
      get "halo-backfill"() {
        reads.count++;
        return {};
      },
    },
  };
  return { context: context as unknown as Parameters<typeof problemsIn>[0], reads };
}

describe("problemsIn", () => {
  it("asks the engine once per file, for findings of both kinds", () => {
    const { context, reads } = contextOf("for (const user of users) ha.identify(user.id);");
    expect(problemsIn(context, "loop")).toHaveLength(1);
    expect(problemsIn(context, "batch")).toHaveLength(0);
    expect(reads.count).toBe(1);
  });

  it("remembers that a file has no finding, too", () => {
    const { context, reads } = contextOf("ha.identify(me.id);");
    expect(problemsIn(context, "loop")).toHaveLength(0);
    expect(problemsIn(context, "batch")).toHaveLength(0);
    expect(reads.count).toBe(1);
  });

  it("reads the settings alone for a file that does not mention identify: a wrapper may have any name", () => {
    const { context, reads } = contextOf("for (const user of users) save(user);");
    expect(problemsIn(context, "loop")).toHaveLength(0);
    expect(reads.count).toBe(1);
  });
});
