import { describe, expect, it } from "vitest";
import { loadSettings } from "../../src/cli/load-settings.js";
import { tempProject } from "./temp-project.js";

async function load(content: string) {
  return loadSettings("halo.json", tempProject({ "halo.json": content }));
}

describe("loadSettings", () => {
  it("reads settings, with or without a byte order mark", async () => {
    const expected = { ok: true, settings: { instances: ["analytics"] } };
    expect(await load('{ "instances": ["analytics"] }')).toMatchObject(expected);
    expect(await load('\uFEFF{ "instances": ["analytics"] }')).toMatchObject(expected);
  });

  it("names a file that is not there", async () => {
    expect(await loadSettings("conf/none.json", tempProject({}))).toEqual({
      ok: false,
      failure: { file: "conf/none.json", message: "config file cannot be read: does not exist" },
    });
  });

  it("says that it is a folder", async () => {
    expect(await loadSettings("conf", tempProject({ "conf/a": "" }))).toEqual({
      ok: false,
      failure: { file: "conf", message: "config file cannot be read: is a directory" },
    });
  });

  it("names the place where the JSON goes wrong", async () => {
    expect(await load('{\n  "instances": [1,]\n}')).toMatchObject({
      failure: { file: "halo.json", message: expect.stringContaining("is not JSON") as string },
    });
    expect(await load('{\n  "instances" ["a"]\n}')).toMatchObject({
      failure: { at: { line: 2, column: 15 } },
    });
    expect(await load('{\n  "instances": [')).toMatchObject({
      failure: { at: { line: 2, column: 17 } },
    });
    expect(await load("")).toMatchObject({ failure: { at: { line: 1, column: 1 } } });
  });

  it("names the key of the wrong type", async () => {
    expect(await load('{ "checkTests": "yes" }')).toMatchObject({
      ok: false,
      failure: { file: "halo.json", message: expect.stringContaining("checkTests") as string },
    });
  });
});
