import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { beforeEach, expect, test } from "vitest";
import { updateToken } from "../../src/halo/update-token.js";
import { LocalHalo, secondsFromNow, signToken } from "./local-halo.js";

const secret = "ha_secret_that_is_long_enough_for_every_hmac_algorithm_there_is_01234567890";
const halo = new LocalHalo({ identitySecret: secret });
const good = { scope: updateToken.scope, exp: secondsFromNow(updateToken.ageSeconds) };
const users = [{ user_id: "ada", traits: { plan: "pro" } }];

beforeEach(() => halo.server.seedUsers([{ user_id: "ada", traits: { plan: "free" } }]));

const sign = (claims: Record<string, unknown>, alg: string = updateToken.algorithm) =>
  signToken(claims, { secret, alg });

const accepted: [string, () => Promise<string>][] = [
  ["with scope and exp", () => sign(good)],
  ["that expires in one second", () => sign({ ...good, exp: secondsFromNow(1) })],
  ["that expires in one hour", () => sign({ ...good, exp: secondsFromNow(3600) })],
  ["that has an iat as well", () => sign({ ...good, iat: secondsFromNow(0) })],
];
test.each(accepted)("a token %s is accepted", async (_, token) => {
  const reply = await halo.update({ user_token: await token(), users });
  expect(reply).toEqual({ status: 200, body: { skipped: 0 } });
  expect((await halo.user("ada")).custom_fields).toEqual({ plan: "pro" });
});

async function signRs256(): Promise<string> {
  const { privateKey } = await generateKeyPair("RS256");
  return new SignJWT(good).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
}

async function withChangedPayload(): Promise<string> {
  const [header, , signature] = (await sign({ ...good, scope: "users.read" })).split(".");
  const payload = Buffer.from(JSON.stringify(good)).toString("base64url");
  return [header, payload, signature].join(".");
}

const refused: [string, () => unknown][] = [
  ["that is missing", () => undefined],
  ["that is null", () => null],
  ["that is an object", () => good],
  ["that is no JWT", () => "token"],
  ["that is the Identity Secret itself", () => secret],
  ["signed with another secret", () => signToken(good)],
  ["changed after signing", withChangedPayload],
  ["signed with HS384", () => sign(good, "HS384")],
  ["signed with HS512", () => sign(good, "HS512")],
  ["signed with RS256", signRs256],
  ["not signed at all", () => new UnsecuredJWT(good).encode()],
  ["without scope", () => sign({ exp: good.exp })],
  ["with another scope", () => sign({ ...good, scope: "users.read" })],
  ["with a second scope", () => sign({ ...good, scope: `${updateToken.scope} users.read` })],
  ["with a list of scopes", () => sign({ ...good, scope: [updateToken.scope] })],
  ["without exp", () => sign({ scope: good.scope })],
  ["that expires now", () => sign({ ...good, exp: secondsFromNow(0) })],
  ["that expired", () => sign({ ...good, exp: secondsFromNow(-60) })],
  ["that expires in more than one hour", () => sign({ ...good, exp: secondsFromNow(3601) })],
  ["with exp in milliseconds", () => sign({ ...good, exp: secondsFromNow(300) * 1000 })],
  ["with a user_id", () => sign({ ...good, user_id: "ada" })],
  ["with an empty user_id", () => sign({ ...good, user_id: "" })],
];
test.each(refused)("401 for a token %s, and nothing is applied", async (_, token) => {
  const reply = await halo.update({ user_token: await token(), users });
  expect(reply).toEqual({ status: 401, body: { error: expect.any(String) } });
  expect((await halo.user("ada")).custom_fields).toEqual({ plan: "free" });
});

test("the answer to a bad token does not show the secret", async () => {
  const { body } = await halo.update({ user_token: "token", users });
  expect(JSON.stringify(body)).not.toContain(secret);
});
