import { describe, expect, test } from "vitest";
import { maxIdentifyBytes } from "../../src/halo/limits.js";
import { reservedTraits } from "../../src/halo/traits.js";
import { LocalHalo, now } from "./local-halo.js";

const halo = new LocalHalo();
const longAgo = new Date("2024-01-01T00:00:00Z");
const firstSeen = new Date("2023-01-01T00:00:00Z");

describe("this user is here now", () => {
  test("an unknown user is created, seen now for the first time", async () => {
    expect(await halo.identify({ user_id: "ada", traits: { name: "Ada" } })).toMatchObject({
      status: 200,
    });
    expect(await halo.server.users()).toMatchObject([
      { external_id: "ada", name: "Ada", first_seen: now, last_seen: now, signed_up_at: null },
    ]);
  });

  test("a known user was last seen now, and first seen when they were", async () => {
    await halo.server.seedUsers([{ user_id: "ada" }]);
    expect(await halo.user("ada")).toMatchObject({ first_seen: firstSeen, last_seen: longAgo });
    await halo.identify({ user_id: "ada" });
    expect(await halo.user("ada")).toMatchObject({ first_seen: firstSeen, last_seen: now });
  });

  test("a user known from an update only is seen for the first time", async () => {
    await halo.update({ user_id: "ada", traits: {} });
    await halo.identify({ user_id: "ada" });
    expect(await halo.user("ada")).toMatchObject({ first_seen: now, last_seen: now });
  });

  test("a loop over existing users marks every one of them active today", async () => {
    const ids = ["ada", "bob", "cyd"];
    await halo.server.seedUsers(ids.map((user_id) => ({ user_id })));
    for (const user_id of ids) await halo.identify({ user_id, traits: { plan: "pro" } });
    expect((await halo.server.users()).map(({ last_seen }) => last_seen)).toEqual([now, now, now]);
  });
});

describe("automations", () => {
  test("a new user is enrolled in user_created and segment_match", async () => {
    await halo.identify({ user_id: "ada" });
    expect(await halo.server.automations()).toEqual([
      { automation: "user_created", external_id: "ada", at: now },
      { automation: "segment_match", external_id: "ada", at: now },
    ]);
  });

  test("a known user is enrolled in segment_match on every call, never in user_created", async () => {
    await halo.server.seedUsers([{ user_id: "ada" }]);
    await halo.identify({ user_id: "ada" });
    await halo.identify({ user_id: "ada" });
    const log = await halo.server.automations();
    expect(log.map(({ automation }) => automation)).toEqual(["segment_match", "segment_match"]);
  });

  test("a refused call enrols nobody", async () => {
    await halo.identify({ user_id: "ada", traits: { id: 1 } });
    expect(await halo.server.automations()).toEqual([]);
  });
});

describe("body", () => {
  test("traits are merged into the stored ones", async () => {
    await halo.identify({
      user_id: "ada",
      traits: { email: "a@b.example", plan: "free", seats: 1 },
    });
    await halo.identify({ user_id: "ada", traits: { plan: "pro", region: "eu" } });
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({
        email: "a@b.example",
        custom_fields: { plan: "pro", seats: 1, region: "eu" },
      }),
    );
  });

  test("traits may be absent, context and session_id may be there and are no traits", async () => {
    const context = { page: { url: "https://shop.example" } };
    const reply = await halo.identify({ user_id: "ada", context, session_id: "s1" });
    expect(reply.status).toBe(200);
    expect((await halo.user("ada")).custom_fields).toEqual({});
  });

  test.each([[undefined], [null], [""], [7], [["ada"]]])("400 for user_id %j", async (user_id) => {
    const reply = await halo.identify({ user_id, traits: {} });
    expect(reply).toEqual({ status: 400, body: { error: expect.stringContaining("user_id") } });
    expect(await halo.server.users()).toEqual([]);
  });

  test.each([[null], ["pro"], [["plan"]], [1]])("400 for traits %j", async (traits) => {
    expect((await halo.identify({ user_id: "ada", traits })).status).toBe(400);
    expect(await halo.server.users()).toEqual([]);
  });

  test("one call speaks of one user: an array of users is refused", async () => {
    const reply = await halo.identify({ users: [{ user_id: "ada", traits: {} }] });
    expect(reply.status).toBe(400);
  });
});

describe("reserved keys", () => {
  test.each(reservedTraits)("400 for %s, and nothing is applied", async (key) => {
    const reply = await halo.identify({ user_id: "ada", traits: { plan: "pro", [key]: "x" } });
    expect(reply).toEqual({
      status: 400,
      body: {
        error: expect.any(String),
        reserved_keys: [key],
        docs_url: expect.stringMatching(/^https:/),
      },
    });
    expect(await halo.server.users()).toEqual([]);
  });

  test("all reserved keys are named", async () => {
    const traits = { created_at: "x", plan: "pro", id: 1 };
    const { body } = await halo.identify({ user_id: "ada", traits });
    expect(body["reserved_keys"]).toEqual(["id", "created_at"]);
  });

  test("a reserved key inside a trait's value is the customer's business", async () => {
    const reply = await halo.identify({ user_id: "ada", traits: { company: { id: 1 } } });
    expect(reply.status).toBe(200);
  });
});

describe("size of traits and context", () => {
  const empty = Buffer.byteLength(JSON.stringify({ note: "" }));

  test("the documented maximum is accepted", async () => {
    const traits = { note: "x".repeat(maxIdentifyBytes - empty) };
    expect((await halo.identify({ user_id: "ada", traits })).status).toBe(200);
  });

  test("one byte more is refused, and nothing is applied", async () => {
    const traits = { note: "x".repeat(maxIdentifyBytes - empty + 1) };
    expect((await halo.identify({ user_id: "ada", traits })).status).toBe(400);
    expect(await halo.server.users()).toEqual([]);
  });

  test("context counts", async () => {
    const half = { note: "x".repeat(maxIdentifyBytes / 2 - empty) };
    const tooMuch = { note: `${half.note}x` };
    const accepted = await halo.identify({ user_id: "ada", traits: half, context: half });
    const refused = await halo.identify({ user_id: "ada", traits: half, context: tooMuch });
    expect([accepted.status, refused.status]).toEqual([200, 400]);
  });

  test("bytes count, not characters", async () => {
    const traits = { note: "é".repeat(maxIdentifyBytes / 2) };
    expect((await halo.identify({ user_id: "ada", traits })).status).toBe(400);
  });
});
