import { describe, expect, it } from "vitest";
import { LeadingExports } from "../../src/project/leading-names.js";
import { parse } from "../../src/source/parse.js";

/** The texts by which others reach what leads to `identify` in a file. */
function textsOf(code: string, path = "/project/lib/halo.ts", words = ["identify"]): string[] {
  const source = parse(path, code, "/project");
  if (!("ast" in source)) throw new Error(source.message);
  return new LeadingExports(source).by(words);
}

describe("the names that lead to identify", () => {
  it.each([
    ["a function", "export function push(u) { ha.identify(u); }", ["push"]],
    [
      "a constant and what uses it",
      "export const a = ha.identify; export const b = () => a(1);",
      ["a", "b"],
    ],
    [
      "what uses a function that is not exported",
      "const push = (u) => ha.identify(u); export { push as send };",
      ["send"],
    ],
    ["a class", "export class Client { push(u) { ha.identify(u); } }", ["Client"]],
    ["exports of CommonJS", "exports.push = (u) => ha.identify(u); exports.other = 1;", ["push"]],
    [
      "an object of CommonJS",
      "const push = (u) => ha.identify(u); module.exports = { push, other };",
      ["push"],
    ],
    [
      "what is handed on from another file",
      'export { identify as send } from "./x"; export { other } from "./y";',
      ["send"],
    ],
    ["a pattern", "export const { push, other } = wrap(ha.identify);", ["push", "other"]],
  ])("%s", (_name, code, names) => {
    expect(textsOf(code)).toEqual(expect.arrayContaining(names));
    expect(textsOf(code)).not.toContain("unrelated");
  });

  it.each([
    ["nothing that has to do with it", "export function unrelated() {} ha.identify(me);"],
    ["a type", "export interface Options { identify: boolean }"],
    [
      "nothing in another part of a module that identifies",
      "function push() { ha.identify(me); } export const unrelated = 1;",
    ],
  ])("are not those of %s", (_name, code) => {
    expect(textsOf(code)).toEqual([]);
  });

  it("are the end of the path where a default export or a framework's name says nothing", () => {
    const tail = ['/halo"', "/halo'", "/halo."];
    expect(textsOf("export default (u) => ha.identify(u);")).toEqual(tail);
    expect(textsOf("export function loader() { ha.identify(me); }")).toEqual(tail);
    expect(textsOf("export default ha.identify;", "/project/lib/halo/index.js")).toEqual(tail);
  });

  it("grow with the words that other files add", () => {
    const source = parse(
      "/project/a.js",
      'import { push } from "./halo"; export const all = () => push(1);',
      "/project",
    );
    if (!("ast" in source)) throw new Error(source.message);
    const exports = new LeadingExports(source);
    expect(exports.by(["identify"])).toEqual([]);
    expect(exports.by(["push"])).toEqual(["all"]);
    expect(exports.by(["push"])).toEqual([]);
  });
});
