import { describe, expect, it } from "vitest";
import identifyToUpdate from "../../codemods/identify-to-update.js";
import { tempProject } from "../cli/temp-project.js";

const loop = "for (const user of users) {\n  ha.identify(user.id);\n}\n";

function run(source: string, { file = "backfill.mjs", options = {} } = {}) {
  const reports: string[] = [];
  const path = `${tempProject({})}/${file}`;
  const output = identifyToUpdate(
    { path, source },
    { report: (text) => reports.push(text) },
    options,
  );
  return { output, reports: reports.map((report) => report.replace(path, file)) };
}

describe("the jscodeshift transform", () => {
  it("gives the rewritten text, and reports nothing", () => {
    const { output, reports } = run(loop);
    expect(output).toContain("await updateHaloUsers(");
    expect(output).not.toContain("identify");
    expect(reports).toEqual([]);
  });

  it("gives nothing where nothing changes", () => {
    expect(run("ha.identify(me.id);\n", { file: "header.mjs" }).output).toBeUndefined();
    expect(run("").output).toBeUndefined();
  });

  it("changes nothing the second time", () => {
    expect(run(run(loop).output ?? "").output).toBeUndefined();
  });

  it("says why a call is not rewritten", () => {
    const { output, reports } = run(`function sync(users) {\n${loop}}\n`);
    expect(output).toBeUndefined();
    expect(reports).toEqual([
      "3:3: not rewritten: the code around the call cannot await the update calls. Put it into an async function that its callers await, then run migrate again. `halo-backfill migrate` does that itself where it can, in all files at once.",
    ]);
  });

  it("keeps a byte order mark", () => {
    expect(run(`\uFEFF${loop}`).output?.startsWith("\uFEFF")).toBe(true);
  });

  it("takes settings as JSON, as the command line gives them", () => {
    const source = `import { halo } from "./halo.js";\n${loop.replace("ha.", "halo.")}`;
    expect(run(source).output).toBeUndefined();
    const options = { settings: '{ "instances": ["halo"] }' };
    expect(run(source, { options }).output).toContain("updateHaloUsers");
  });

  it("fails on settings of the wrong type, naming the key", () => {
    expect(() => run(loop, { options: { settings: { modules: 1 } } })).toThrow(
      'halo-backfill settings: "modules": Invalid type: Expected Array but received 1',
    );
  });

  it("fails on a file that does not parse, with its position", () => {
    expect(() => run("ha.identify(\n", { file: "broken.ts" })).toThrow(/^2:1: /);
  });
});
