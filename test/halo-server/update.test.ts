import { beforeEach, describe, expect, test } from "vitest";
import { maxUsersPerUpdate } from "../../src/halo/limits.js";
import { reservedTraits } from "../../src/halo/traits.js";
import { LocalHalo, now } from "./local-halo.js";

const halo = new LocalHalo();
const seen = {
  first_seen: new Date("2023-01-01T00:00:00Z"),
  last_seen: new Date("2024-01-01T00:00:00Z"),
};

beforeEach(() =>
  halo.server.seedUsers([
    { user_id: "ada", traits: { plan: "free", name: "Ada" } },
    { user_id: "bob", traits: { plan: "free" } },
  ]),
);

/** All that nobody may have changed where a call was refused. */
async function expectNothingApplied(): Promise<void> {
  expect(await halo.server.users()).toMatchObject([
    { external_id: "ada", name: "Ada", custom_fields: { plan: "free" }, ...seen },
    { external_id: "bob", name: null, custom_fields: { plan: "free" }, ...seen },
  ]);
  expect(await halo.server.users()).toHaveLength(2);
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ user_id: `u${index}`, traits: { index } }));

describe("here is data I already have", () => {
  test("nobody is seen: first_seen and last_seen of known users stay", async () => {
    await halo.update({
      users: ["ada", "bob"].map((user_id) => ({ user_id, traits: { plan: "pro" } })),
    });
    expect(await halo.server.users()).toMatchObject([
      { external_id: "ada", custom_fields: { plan: "pro" }, ...seen },
      { external_id: "bob", custom_fields: { plan: "pro" }, ...seen },
    ]);
  });

  test("no automation is triggered, neither by known users nor by new ones", async () => {
    const users = ["ada", "new"].map((user_id) => ({ user_id, traits: { plan: "pro" } }));
    expect((await halo.update({ users })).status).toBe(200);
    expect(await halo.server.users()).toHaveLength(3);
    expect(await halo.server.automations()).toEqual([]);
  });

  test("a lead stays a lead", async () => {
    await halo.server.seedUsers([{ user_id: "lead", is_lead: true }]);
    await halo.update({ user_id: "lead", traits: { plan: "pro" } });
    expect(await halo.user("lead")).toEqual(
      expect.objectContaining({
        is_lead: true,
        custom_fields: { plan: "pro" },
      }),
    );
  });
});

describe("shape", () => {
  test("one user at the top level", async () => {
    const reply = await halo.update({ user_id: "ada", traits: { plan: "pro" } });
    expect(reply).toEqual({ status: 200, body: { skipped: 0 } });
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({ custom_fields: { plan: "pro" }, ...seen }),
    );
  });

  test("as many users as one call may take", async () => {
    const reply = await halo.update({ users: numbered(maxUsersPerUpdate) });
    expect(reply).toEqual({ status: 200, body: { skipped: 0 } });
    expect(await halo.server.users()).toHaveLength(2 + maxUsersPerUpdate);
  });

  test("400 for one user more, and nothing is applied", async () => {
    expect((await halo.update({ users: numbered(maxUsersPerUpdate + 1) })).status).toBe(400);
    await expectNothingApplied();
  });

  test("an empty array does nothing", async () => {
    expect(await halo.update({ users: [] })).toEqual({ status: 200, body: { skipped: 0 } });
    await expectNothingApplied();
  });

  const ada = { user_id: "ada", traits: { plan: "pro" } };
  const refused: [string, Record<string, unknown>][] = [
    ["neither users nor user_id", {}],
    ["users that is no array", { users: ada }],
    ["users and user_id at once", { users: [ada], ...ada }],
    ["a user that is no object", { users: [ada, "bob"] }],
    ["a user without user_id", { users: [ada, { traits: {} }] }],
    ["an empty user_id", { users: [ada, { user_id: "", traits: {} }] }],
    ["a user_id that is a number", { users: [ada, { user_id: 7, traits: {} }] }],
    ["a user without traits", { users: [ada, { user_id: "bob" }] }],
    ["traits beside user_id", { users: [ada, { user_id: "bob", plan: "pro" }] }],
    ["traits that are an array", { users: [ada, { user_id: "bob", traits: ["plan"] }] }],
    ["one user without traits", { user_id: "ada" }],
    ["update_only that is a string", { users: [ada], update_only: "true" }],
  ];
  test.each(refused)("400 for %s, and nothing is applied", async (_, body) => {
    const reply = await halo.update(body);
    expect(reply).toEqual({ status: 400, body: { error: expect.any(String) } });
    await expectNothingApplied();
  });
});

describe("unknown users", () => {
  test("update_only skips and counts them", async () => {
    const users = [...numbered(3), { user_id: "ada", traits: { plan: "pro" } }];
    const reply = await halo.update({ update_only: true, users });
    expect(reply).toEqual({ status: 200, body: { skipped: 3 } });
    expect(await halo.server.users()).toMatchObject([
      { external_id: "ada", custom_fields: { plan: "pro" } },
      { external_id: "bob", custom_fields: { plan: "free" } },
    ]);
    expect(await halo.server.users()).toHaveLength(2);
  });

  test("update_only skips a single unknown user", async () => {
    const reply = await halo.update({ update_only: true, user_id: "new", traits: {} });
    expect(reply.body).toEqual({ skipped: 1 });
    await expectNothingApplied();
  });

  test("each entry skipped counts", async () => {
    const users = [numbered(1), numbered(1)].flat();
    expect((await halo.update({ update_only: true, users })).body).toEqual({ skipped: 2 });
  });

  test.each([[undefined], [false]])(
    "update_only %s creates them, never seen",
    async (update_only) => {
      const reply = await halo.update({ update_only, users: numbered(1) });
      expect(reply).toEqual({ status: 200, body: { skipped: 0 } });
      expect(await halo.user("u0")).toEqual(
        expect.objectContaining({
          custom_fields: { index: 0 },
          first_seen: null,
          last_seen: null,
        }),
      );
    },
  );

  test("their sign-up date is the one sent", async () => {
    await halo.update({ user_id: "new", traits: { signed_up_at: "2021-05-04T03:02:01Z" } });
    expect((await halo.user("new")).signed_up_at).toEqual(new Date("2021-05-04T03:02:01Z"));
  });

  test("their sign-up date defaults to the time of the import", async () => {
    await halo.update({ user_id: "new", traits: {} });
    expect((await halo.user("new")).signed_up_at).toEqual(now);
  });

  test("a sign-up date sent later replaces the default", async () => {
    await halo.update({ user_id: "new", traits: {} });
    await halo.update({ user_id: "new", traits: { signed_up_at: "2021-05-04" } });
    expect((await halo.user("new")).signed_up_at).toEqual(new Date("2021-05-04T00:00:00Z"));
  });

  test("a known user without a sign-up date does not get one", async () => {
    await halo.update({ user_id: "ada", traits: { plan: "pro" } });
    expect((await halo.user("ada")).signed_up_at).toBeNull();
  });
});

describe("merging", () => {
  test("traits are merged into the stored ones", async () => {
    await halo.update({ user_id: "ada", traits: { plan: "pro", seats: 3, email: "a@b.example" } });
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({
        name: "Ada",
        email: "a@b.example",
        custom_fields: { plan: "pro", seats: 3 },
      }),
    );
  });

  test.each(["ada", "new"])(
    "entries for the same user (%s) are merged in order",
    async (user_id) => {
      const users = [
        { user_id, traits: { plan: "trial", seats: 1 } },
        { user_id: "bob", traits: { plan: "team" } },
        { user_id, traits: { plan: "pro" } },
        { user_id, traits: { region: "eu", seats: 2 } },
      ];
      expect((await halo.update({ users })).status).toBe(200);
      expect((await halo.user(user_id)).custom_fields).toEqual({
        plan: "pro",
        region: "eu",
        seats: 2,
      });
      expect((await halo.user("bob")).custom_fields).toEqual({ plan: "team" });
    },
  );
});

describe("reserved keys", () => {
  test.each(reservedTraits)("400 for %s in any user, and nothing is applied", async (key) => {
    const users = [
      { user_id: "ada", traits: { plan: "pro" } },
      { user_id: "bob", traits: { [key]: "x" } },
    ];
    expect(await halo.update({ users })).toEqual({
      status: 400,
      body: { error: expect.any(String), reserved_keys: [key], docs_url: expect.any(String) },
    });
    await expectNothingApplied();
  });

  test("the keys of all users are named, each once", async () => {
    const users = [
      { user_id: "ada", traits: { last_seen: "x" } },
      { user_id: "bob", traits: { last_seen: "x", org_id: "x" } },
    ];
    expect((await halo.update({ users })).body["reserved_keys"]).toEqual(["org_id", "last_seen"]);
  });

  test("the single-user shape is held to them too", async () => {
    const reply = await halo.update({ user_id: "ada", traits: { created_at: "x", plan: "pro" } });
    expect(reply).toMatchObject({ status: 400, body: { reserved_keys: ["created_at"] } });
    await expectNothingApplied();
  });

  test("an unknown user who would be skipped is held to them too", async () => {
    const users = [{ user_id: "new", traits: { id: 1 } }];
    expect((await halo.update({ update_only: true, users })).status).toBe(400);
  });
});
