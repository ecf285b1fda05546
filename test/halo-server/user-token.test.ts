import { describe, expect, test } from "vitest";
import { LocalHalo, secondsFromNow, signToken } from "./local-halo.js";

const hs512Secret = "ha_secret_that_is_long_enough_for_every_hmac_algorithm_there_is_01234567890";

describe("per-user token of identify, optional", () => {
  const halo = new LocalHalo({ identitySecret: hs512Secret });
  const secret = hs512Secret;

  test("a token signed for this user is accepted", async () => {
    const user_token = await signToken({ user_id: "ada" }, { secret });
    expect((await halo.identify({ user_id: "ada", user_token })).status).toBe(200);
  });

  const refused: [string, () => Promise<unknown>][] = [
    ["for another user", () => signToken({ user_id: "bob" }, { secret })],
    ["without user_id", () => signToken({}, { secret })],
    ["signed with another secret", () => signToken({ user_id: "ada" }, { secret: "ha_secret_x" })],
    ["signed with HS512", () => signToken({ user_id: "ada" }, { secret, alg: "HS512" })],
    ["expired", () => signToken({ user_id: "ada", exp: secondsFromNow(-1) }, { secret })],
    ["that is no JWT", () => Promise.resolve("token")],
    ["that is null", () => Promise.resolve(null)],
  ];
  test.each(refused)("401 for a token %s, and nothing is applied", async (_, token) => {
    const reply = await halo.identify({ user_id: "ada", user_token: await token() });
    expect(reply).toEqual({ status: 401, body: { error: expect.any(String) } });
    expect(await halo.server.users()).toEqual([]);
  });

  test("a verified token turns a lead into a user", async () => {
    await halo.server.seedUsers([{ user_id: "ada", is_lead: true }]);
    const user_token = await signToken({ user_id: "ada" }, { secret });
    await halo.identify({ user_id: "ada", user_token });
    expect(await halo.user("ada")).toMatchObject({ is_lead: false });
  });

  test("an identify without a token leaves a lead a lead", async () => {
    await halo.server.seedUsers([{ user_id: "ada", is_lead: true }]);
    await halo.identify({ user_id: "ada" });
    expect(await halo.user("ada")).toMatchObject({ is_lead: true });
  });
});

describe("per-user token where the workspace enforces it", () => {
  const halo = new LocalHalo({ enforceIdentity: true });

  test("401 without a token", async () => {
    expect((await halo.identify({ user_id: "ada" })).status).toBe(401);
    expect(await halo.server.users()).toEqual([]);
  });

  test("200 with one", async () => {
    const user_token = await signToken({ user_id: "ada" });
    expect((await halo.identify({ user_id: "ada", user_token })).status).toBe(200);
  });
});

describe("no Identity Secret set up", () => {
  const halo = new LocalHalo({ identitySecret: null });

  test("the update call is not available, whatever the token", async () => {
    const reply = await halo.update({ user_id: "ada", traits: {} });
    expect(reply).toEqual({ status: 403, body: { error: expect.stringContaining("CSV import") } });
    expect(await halo.server.users()).toEqual([]);
  });

  test("identify works without a token", async () => {
    expect((await halo.identify({ user_id: "ada" })).status).toBe(200);
  });

  test("identify refuses a token that nobody can verify", async () => {
    const user_token = await signToken({ user_id: "ada" });
    expect((await halo.identify({ user_id: "ada", user_token })).status).toBe(401);
  });
});
