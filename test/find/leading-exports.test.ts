import { describe, expect, it } from "vitest";
import { leadingExports } from "../../src/find/leading-exports.js";
import { defaultSettings } from "../../src/find/settings.js";
import { root } from "./find-case.js";
import { parsed } from "./run-cases.js";

const leading = (code: string): string[] =>
  leadingExports(parsed(`${root}/lib/halo.tsx`, code), defaultSettings);

describe("exports that lead to identify", () => {
  it.each([
    [
      "a function",
      "export function push(u) { ha.identify(u.id); } export const other = 1;",
      ["push"],
    ],
    [
      "what calls it",
      "const push = (u) => ha.identify(u.id); export const both = (a) => push(a);",
      ["both"],
    ],
    ["another name", "const push = (u) => ha.identify(u.id); export { push as send };", ["send"]],
    ["an instance", "export const agent = HaloAgents.getInstance();", ["agent"]],
    [
      "what gives the instance",
      "export const useAgent = () => window.HaloAgents.init({});",
      ["useAgent"],
    ],
    [
      "what gives a function",
      "export const client = (k) => ({ push: (u) => ha.identify(u.id) });",
      ["client"],
    ],
    ["a class", "export class Client { push(u) { ha.identify(u.id); } }", ["Client"]],
    [
      "a class that keeps one",
      "class A { push(u) { ha.identify(u.id); } } export class B { a = new A(); }",
      ["B"],
    ],
    [
      "an instance of a class",
      "class A { push(u) { ha.identify(u.id); } } export const a = new A();",
      ["a"],
    ],
    [
      "exports of CommonJS",
      "exports.push = (u) => ha.identify(u.id); exports.other = 1;",
      ["push"],
    ],
    [
      "an object of CommonJS",
      "const push = (u) => ha.identify(u.id); module.exports = { push, other };",
      ["default", "push"],
    ],
    ["a default export", "export default async (u) => ha.identify(u.id);", ["default"]],
    [
      "a route",
      'export const url = `${base}/api/sdk/users/identify`; export const other = "/b";',
      ["url"],
    ],
    [
      "a table of routes",
      'export const routes = { users: { identify: "/users/identify" } };',
      ["routes"],
    ],
    [
      "a context, by its provider",
      "export const Halo = createContext(null); const P = () => <Halo.Provider value={HaloAgents.getInstance()} />;",
      ["Halo"],
    ],
    [
      "a context, by its type",
      "export const Halo = createContext<HaloAgents | null>(null);",
      ["Halo"],
    ],
    [
      "a function that takes its user off a queue",
      "export const next = () => ha.identify(queue.shift());",
      ["next"],
    ],
  ])("%s", (_name, code, names) => {
    expect(leading(code)).toEqual(names);
  });

  it.each([
    ["another vendor's", "export const push = (u) => analytics.identify(u.id);"],
    [
      "what identifies the user of the session",
      "export const seen = () => ha.identify(session.user.id);",
    ],
    [
      "what identifies on an event",
      "export const Page = ({ user }) => { useEffect(() => { ha.identify(user.id); }); };",
    ],
    ["a type", "export interface Options { identify: boolean }"],
    [
      "a loop, which is reported where it is",
      "export const all = (us) => us.forEach((u) => ha.identify(u.id));",
    ],
    ["values that hold themselves", "export const a = { a: () => a }; export const b = () => b();"],
  ])("are not %s", (_name, code) => {
    expect(leading(code)).toEqual([]);
  });
});
