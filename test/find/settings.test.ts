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
      wrappers: [{ name: "sync", module: "@/sync", id: 0, traits: 1 }],
      batchPaths: ["ops"],
      baseUrls: ["/halo-proxy"],
      checkTests: true,
      otherFiles: false,
    };
    expect(parseSettings(value)).toEqual({ ok: true, settings: value });
  });

  it.each([
    ["a list that is none", { instances: "ha" }, "instances"],
    ["an item of another type", { modules: ["a", 1] }, "modules.1"],
    ["an empty name", { batchPaths: [""] }, "batchPaths.0"],
    ["a flag that is none", { checkTests: "yes" }, "checkTests"],
    ["a wrapper without a position", { wrappers: [{ name: "sync" }] }, "wrappers.0.id"],
    ["a position that is none", { wrappers: [{ name: "sync", id: -1 }] }, "wrappers.0.id"],
    [
      "an unknown key of a wrapper",
      { wrappers: [{ name: "sync", id: 0, at: 1 }] },
      "wrappers.0.at",
    ],
    ["an unknown key", { instance: ["ha"] }, "instance"],
  ])("names the key at fault: %s", (_name, value, key) => {
    const result = parseSettings(value);
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.message).toMatch(
      new RegExp(`^halo-backfill settings: .*"?${key.replaceAll(".", "\\.")}"?`),
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
