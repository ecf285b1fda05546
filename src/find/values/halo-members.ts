import { sdk } from "../../halo/sdk.js";

/**
 * What an expression's value is to Halo's SDK:
 * - `global object`: `window`, `globalThis`, `self`
 * - `sdk`: `HaloAgents`
 * - `factory`: `HaloAgents.init`
 * - `instance`: `HaloAgents.init({…})`
 * - `identify`: `ha.identify`
 * - `binder`, `caller`, `applier`: `ha.identify.bind`, `.call` and `.apply`
 * - `module`: a module that the settings name; it may be an instance itself, and so may each of its exports
 */
export type HaloValue =
  | "applier"
  | "binder"
  | "caller"
  | "factory"
  | "global object"
  | "identify"
  | "instance"
  | "module"
  | "sdk";

const globalObjects = new Set(["window", "globalThis", "self", "global"]);

const members: Partial<Record<HaloValue, Record<string, HaloValue>>> = {
  "global object": {
    [sdk.global]: "sdk",
    [sdk.documentedInstanceName]: "instance",
    window: "global object",
    self: "global object",
    globalThis: "global object",
  },
  sdk: Object.fromEntries(sdk.instanceMethods.map((method) => [method, "factory"])),
  instance: { [sdk.identifyMethod]: "identify" },
  identify: { bind: "binder", call: "caller", apply: "applier" },
  module: { [sdk.identifyMethod]: "identify" },
};

// A name of the settings may be that of a function that gives the instance, as hooks do: `useHalo().identify(…)`.
const calls: Partial<Record<HaloValue, HaloValue>> = {
  factory: "instance",
  binder: "identify",
  instance: "instance",
};

/** What a member of a value is. */
export function step(value: HaloValue | undefined, name: string): HaloValue | undefined {
  const table = value && members[value];
  if (table && Object.hasOwn(table, name)) return table[name];
  return value === "module" ? "instance" : undefined;
}

/** What a call of a value gives. */
export function resultOf(value: HaloValue | undefined): HaloValue | undefined {
  return value && calls[value];
}

/** What a global variable is. */
export function globalValue(name: string): HaloValue | undefined {
  return globalObjects.has(name) ? "global object" : step("global object", name);
}
