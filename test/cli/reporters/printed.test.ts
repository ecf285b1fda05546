import { describe, expect, it } from "vitest";
import { stylesFor } from "../../../src/cli/reporters/printed.js";

const terminal = { isTTY: true };
const pipe = {};

function colorsIn(env: NodeJS.ProcessEnv, stdout: object, stderr: object) {
  const { out, err } = stylesFor({ env, stdout, stderr });
  return { out: out.isColorSupported, err: err.isColorSupported };
}

describe("stylesFor", () => {
  it("colours each stream by itself", () => {
    expect(colorsIn({}, pipe, terminal)).toEqual({ out: false, err: true });
    expect(colorsIn({}, terminal, pipe)).toEqual({ out: true, err: false });
  });

  it("leaves pipes plain in CI too", () => {
    expect(colorsIn({ CI: "true" }, pipe, pipe)).toEqual({ out: false, err: false });
  });

  it("obeys NO_COLOR, FORCE_COLOR and a dumb terminal", () => {
    expect(colorsIn({ NO_COLOR: "1" }, terminal, terminal)).toEqual({ out: false, err: false });
    expect(colorsIn({ TERM: "dumb" }, terminal, terminal)).toEqual({ out: false, err: false });
    expect(colorsIn({ FORCE_COLOR: "1" }, pipe, pipe)).toEqual({ out: true, err: true });
    expect(colorsIn({ FORCE_COLOR: "0" }, pipe, terminal)).toEqual({ out: false, err: true });
    expect(colorsIn({ NO_COLOR: "1", FORCE_COLOR: "1" }, terminal, pipe).out).toBe(false);
  });
});
