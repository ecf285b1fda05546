import { expect, test } from "vitest";
import { identifyPath } from "../../src/halo/endpoints.js";
import { LocalHalo } from "./local-halo.js";
import { startHaloServer } from "./server.js";

const halo = new LocalHalo();

test("it listens on the loopback interface only", () => {
  expect(halo.server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("2,001 users are known at once, seen when the seed says, else long ago", async () => {
  const seed = Array.from({ length: 2001 }, (_, index) => ({ user_id: `u${index}` }));
  const first_seen = "2020-01-01T00:00:00Z";
  const last_seen = new Date("2025-01-01T00:00:00Z");
  await halo.server.seedUsers([
    ...seed,
    { user_id: "zoe", traits: { mrr: 5 }, first_seen, last_seen },
  ]);
  const users = await halo.server.users();
  expect(users).toHaveLength(2002);
  expect(users[0]).toMatchObject({
    first_seen: new Date("2023-01-01T00:00:00Z"),
    last_seen: new Date("2024-01-01T00:00:00Z"),
  });
  expect(users.at(-1)).toMatchObject({ mrr: 5, first_seen: new Date(first_seen), last_seen });
  expect(await halo.server.automations()).toEqual([]);
  expect(halo.server.requests()).toEqual([]);
});

test("users come in the order of their ids and show columns only", async () => {
  await halo.server.seedUsers(["b", "a", "B", "é"].map((user_id) => ({ user_id })));
  const users = await halo.server.users();
  expect(users.map(({ external_id }) => external_id)).toEqual(["B", "a", "b", "é"]);
  expect(users[0]).not.toHaveProperty("traits");
  expect(users[0]).not.toHaveProperty("imported_at");
});

test("reset forgets users, automations, requests and faults", async () => {
  await halo.identify({ user_id: "ada" });
  halo.server.failNext({ kind: "cut" }, { times: 5 });
  await halo.server.reset();
  expect(await halo.server.users()).toEqual([]);
  expect(await halo.server.automations()).toEqual([]);
  expect(halo.server.requests()).toEqual([]);
  expect((await halo.identify({ user_id: "ada" })).status).toBe(200);
});

test("calls at the same time all arrive", async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `u${index % 25}`);
  const replies = await Promise.all(ids.map((user_id) => halo.identify({ user_id })));
  expect(replies.map(({ status }) => status)).toEqual(ids.map(() => 200));
  expect(await halo.server.users()).toHaveLength(25);
  const created = (await halo.server.automations()).filter(
    (row) => row.automation === "user_created",
  );
  expect(created).toHaveLength(25);
});

test("it has its own key, secret and clock where told, and is gone when closed", async () => {
  const now = new Date("2030-01-01T00:00:00Z");
  const other = await startHaloServer({ apiKey: "ab_live_other", now: () => now });
  const identify = () =>
    fetch(other.url + identifyPath, {
      method: "POST",
      headers: { authorization: "Bearer ab_live_other" },
      body: JSON.stringify({ user_id: "ada" }),
    });
  expect((await identify()).status).toBe(200);
  expect(await other.users()).toMatchObject([{ external_id: "ada", last_seen: now }]);
  expect(await halo.server.users()).toEqual([]);
  await other.close();
  await expect(identify()).rejects.toThrow();
}, 60_000);
