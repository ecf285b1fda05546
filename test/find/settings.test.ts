import { describe, expect, it } from "vitest";
import { defaultSettings, parseSettings } from "../../src/find/settings.js";

describe("settings", () => {
  it("are the default ones where a project says nothing", () => {
    const defaults = { instances: [], modules: [], batchPaths: [], checkTests: false };
    expect(defaultSettings).toEqual(defaults);
    expect(parseSettings(undefined)).toEqual({ ok: true, settings: defaults });
    expect(parseSettings({})).toEqual({ ok: true, settings: defaults });
  });

  it("keep what a project says", () => {
    const given = {
      instances: ["halo"],
      modules: ["@shop/halo"],
      batchPaths: ["ops"],
      checkTests: true,
    };
    expect(parseSettings(given)).toEqual({ ok: true, settings: given });
  });

  it.each([
    [{ module: [] }, 'there is no "module"; known are instances, modules, batchPaths, checkTests'],
    [{ instances: [1] }, '"instances.0": Invalid type: Expected string but received 1'],
    [{ batchPaths: [""] }, '"batchPaths.0": Invalid length: Expected !0 but received 0'],
    [{ checkTests: "yes" }, '"checkTests": Invalid type: Expected boolean but received "yes"'],
    ["ha", 'Invalid type: Expected Object but received "ha"'],
    [["ha"], "must be an object, not a list"],
  ])("are refused with the key at fault: %j", (value, message) => {
    expect(parseSettings(value)).toEqual({
      ok: false,
      message: `halo-backfill settings: ${message}`,
    });
  });
});
