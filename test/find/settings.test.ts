import { describe, expect, it } from "vitest";
import { defaultSettings, parseSettings } from "../../src/find/settings.js";

describe("settings", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["an empty object", {}],
  ])("%s gives the defaults", (_name, value) => {
    expect(parseSettings(value)).toEqual({ ok: true, settings: defaultSettings });
  });

  it("keeps what is given", () => {
    const value = {
      instances: ["tracker"],
      modules: ["@/halo"],
      batchPaths: ["ops"],
      checkTests: true,
    };
    expect(parseSettings(value)).toEqual({ ok: true, settings: value });
  });

  it.each([
    ["a list that is none", { instances: "ha" }, "instances"],
    ["an item of another type", { modules: ["a", 1] }, "modules.1"],
    ["an empty name", { batchPaths: [""] }, "batchPaths.0"],
    ["a flag that is none", { checkTests: "yes" }, "checkTests"],
    ["an unknown key", { instance: ["ha"] }, "instance"],
  ])("names the key at fault: %s", (_name, value, key) => {
    const result = parseSettings(value);
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.message).toMatch(
      new RegExp(`^halo-backfill settings: .*"?${key.replace(".", "\\.")}"?`),
    );
    expect(!result.ok && result.message).not.toContain("\n");
  });

  it.each([
    ["a text", "ha"],
    ["a number", 1],
    ["a list", []],
  ])("refuses %s", (_name, value) => {
    expect(parseSettings(value)).toMatchObject({ ok: false });
  });
});
