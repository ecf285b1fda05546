import { describe, expect, test } from "vitest";
import { identifyPath, updatePath } from "../../src/halo/endpoints.js";
import { LocalHalo } from "./local-halo.js";

const halo = new LocalHalo();

/** The statuses of identify calls for so many users, one after the other; `null` for a cut connection. */
async function identifyInTurn(count: number): Promise<(number | null)[]> {
  const statuses: (number | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    const reply = halo.identify({ user_id: `u${index}` });
    statuses.push(
      await reply.then(
        ({ status }) => status,
        () => null,
      ),
    );
  }
  return statuses;
}

async function knownIds(): Promise<string[]> {
  return (await halo.server.users()).map(({ external_id }) => external_id);
}

describe("kinds", () => {
  test.each([429, 500, 503])("status %i: answered so, not applied", async (status) => {
    halo.server.failNext({ kind: "status", status });
    expect(await identifyInTurn(2)).toEqual([status, 200]);
    expect(await knownIds()).toEqual(["u1"]);
    expect(halo.server.requests()).toMatchObject([
      { status, fault: "status", users: 1 },
      { status: 200, fault: null },
    ]);
  });

  test("a status can bring headers", async () => {
    halo.server.failNext({ kind: "status", status: 429, headers: { "retry-after": "2" } });
    const response = await fetch(halo.server.url + updatePath, { method: "POST", body: "{}" });
    expect(response.headers.get("retry-after")).toBe("2");
  });

  test("cut: no answer, not applied", async () => {
    halo.server.failNext({ kind: "cut" });
    expect(await identifyInTurn(2)).toEqual([null, 200]);
    expect(await knownIds()).toEqual(["u1"]);
    expect(halo.server.requests()).toMatchObject([
      { status: null, fault: "cut" },
      { status: 200, fault: null },
    ]);
  });

  test("cutAfterApply: no answer, applied", async () => {
    halo.server.failNext({ kind: "cutAfterApply" });
    expect(await identifyInTurn(2)).toEqual([null, 200]);
    expect(await knownIds()).toEqual(["u0", "u1"]);
    expect(halo.server.requests()).toMatchObject([{ status: null, fault: "cutAfterApply" }, {}]);
  });

  test("cutAfterApply in the middle of the response: a status, half a body, applied", async () => {
    halo.server.failNext({ kind: "cutAfterApply", midResponse: true });
    const response = await fetch(halo.server.url + identifyPath, {
      method: "POST",
      headers: { authorization: `Bearer ${halo.server.apiKey}` },
      body: JSON.stringify({ user_id: "ada" }),
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(await knownIds()).toEqual(["ada"]);
  });

  test("slow: answered as usual, not before its time", async () => {
    halo.server.failNext({ kind: "slow", ms: 40 });
    const before = performance.now();
    expect(await identifyInTurn(1)).toEqual([200]);
    // One less than ordered: timers count whole milliseconds.
    expect(performance.now() - before).toBeGreaterThanOrEqual(39);
    expect(await knownIds()).toEqual(["u0"]);
  });
});

describe("schedule", () => {
  const broken = { kind: "status", status: 500 } as const;

  test("times: so many requests fail", async () => {
    halo.server.failNext(broken, { times: 2 });
    expect(await identifyInTurn(4)).toEqual([500, 500, 200, 200]);
  });

  test("after: so many requests pass first", async () => {
    halo.server.failNext(broken, { times: 1, after: 2 });
    expect(await identifyInTurn(4)).toEqual([200, 200, 500, 200]);
  });

  test("route: requests to the other one neither fail nor count", async () => {
    halo.server.failNext(broken, { after: 1, route: updatePath });
    expect(await identifyInTurn(3)).toEqual([200, 200, 200]);
    const update = () => halo.update({ user_id: "u0", traits: {} });
    expect([(await update()).status, (await update()).status]).toEqual([200, 500]);
  });

  test("faults follow each other in the order given", async () => {
    halo.server.failNext({ kind: "status", status: 429 });
    halo.server.failNext({ kind: "cut" }, { after: 1 });
    expect(await identifyInTurn(4)).toEqual([429, 200, null, 200]);
  });

  test("requests to unknown paths do not use faults up", async () => {
    halo.server.failNext(broken);
    expect((await halo.post("/elsewhere", "{}")).status).toBe(404);
    expect(await identifyInTurn(1)).toEqual([500]);
  });
});
