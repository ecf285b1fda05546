import { describe, expect, it } from "vitest";
import { mayContainFinding, selfLeadMatcher } from "../../src/find/candidate.js";
import { defaultSettings } from "../../src/find/settings.js";

describe("whether a file is worth parsing", () => {
  it.each([
    ["a call", "ha.identify(id)", true],
    ["a route", 'fetch("https://a.io/api/sdk/users/identify")', true],
    ["a comment: bytes do not tell", "// identify", true],
    ["the SDK's set-up", "HaloAgents.init({ userId })", true],
    ["a wrapper of the settings", "syncToHalo(user)", true],
    ["nothing", "", false],
    ["another word", "ha.identity(id)", false],
  ])("%s", (_name, text, expected) => {
    const settings = { wrappers: [{ name: "syncToHalo", id: 0 }] };
    expect(mayContainFinding(text, settings)).toBe(expected);
    expect(mayContainFinding(Buffer.from(text), settings)).toBe(expected);
  });
});

describe("whether a file may lead to identify by itself", () => {
  it.each([
    ["the SDK's global", "HaloAgents.getInstance()", true],
    ["identify of the instance", "ha.identify(id)", true],
    ["identify of an instance that the settings name", "$halo.identify(id)", true],
    ["the end of the route", 'post("/identify", user)', true],
    ["identify of another vendor", "analytics.identify(id)", false],
    ["the instance alone", "ha.track(id)", false],
    ["a longer name", "alpha.identify(id); haha.identify(id)", false],
  ])("%s", (_name, text, expected) => {
    const mayLead = selfLeadMatcher({ ...defaultSettings, instances: ["$halo"] });
    expect(mayLead(Buffer.from(text))).toBe(expected);
  });
});
