import { describe, expect, test } from "vitest";
import { recognisedTraits, traitValues } from "../../src/halo/traits.js";
import { HaloDatabase } from "./database.js";
import { LocalHalo } from "./local-halo.js";

const halo = new LocalHalo();

const valid = {
  name: "Ada",
  email: "ada@shop.example",
  signed_up_at: "2021-05-04T03:02:01Z",
  renewal_date: "2027-01-31",
  renewal_status: "renewed",
  contract_term: "annual",
  payment_terms: "monthly",
  on_contract: true,
  mrr: 99.5,
  arr: 1194,
} satisfies Record<(typeof recognisedTraits)[number], unknown>;

const columns = {
  ...valid,
  signed_up_at: new Date(valid.signed_up_at),
  renewal_date: new Date("2027-01-31T00:00:00Z"),
};

test("the schema's columns are the recognised traits, in their order", async () => {
  const database = await HaloDatabase.open();
  expect(await database.traitColumns()).toEqual([...recognisedTraits]);
  await database.close();
}, 60_000);

describe("columns", () => {
  test("identify puts recognised traits into their columns, all others into custom_fields", async () => {
    await halo.identify({ user_id: "ada", traits: { ...valid, plan: "pro", role: "admin" } });
    expect(await halo.user("ada")).toMatchObject(columns);
    expect((await halo.user("ada")).custom_fields).toEqual({ plan: "pro", role: "admin" });
  });

  test("update does the same", async () => {
    await halo.update({ user_id: "ada", traits: { ...valid, plan: "pro", role: "admin" } });
    expect(await halo.user("ada")).toMatchObject(columns);
    expect((await halo.user("ada")).custom_fields).toEqual({ plan: "pro", role: "admin" });
  });

  const listed = Object.entries(traitValues).flatMap(([trait, values]) =>
    values.map((value): [string, string] => [trait, value]),
  );
  test.each(listed)("%s takes %s", async (trait, value) => {
    await halo.update({ user_id: "ada", traits: { [trait]: value } });
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({ [trait]: value, custom_fields: {} }),
    );
  });

  test.each([
    ["2024-02-29", "2024-02-29T00:00:00Z"],
    ["2024-02-29T10:20", "2024-02-29T10:20:00Z"],
    ["2024-02-29T10:20:30.125Z", "2024-02-29T10:20:30.125Z"],
    ["2024-02-29T10:20:30+02:00", "2024-02-29T08:20:30Z"],
  ])("the ISO 8601 date %s is read as %s", async (sent, meant) => {
    await halo.update({ user_id: "ada", traits: { signed_up_at: sent } });
    expect((await halo.user("ada")).signed_up_at).toEqual(new Date(meant));
  });

  test("custom traits keep their JSON", async () => {
    const traits = { tags: ["a", "b"], address: { city: "Paris" }, none: null, zero: 0, no: false };
    await halo.update({ user_id: "ada", traits });
    expect((await halo.user("ada")).custom_fields).toEqual(traits);
  });

  test("a nested trait is replaced whole: merging goes key by key", async () => {
    await halo.update({ user_id: "ada", traits: { address: { city: "Paris", zip: "75001" } } });
    await halo.update({ user_id: "ada", traits: { address: { city: "Rome" } } });
    expect((await halo.user("ada")).custom_fields).toEqual({ address: { city: "Rome" } });
  });

  test("null empties a column and is no custom field", async () => {
    await halo.update({ user_id: "ada", traits: valid });
    await halo.update({ user_id: "ada", traits: { mrr: null, name: null } });
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({ mrr: null, name: null, custom_fields: {} }),
    );
  });

  test("custom traits named like the table's own columns do not reach them", async () => {
    const traits = {
      is_lead: true,
      imported_at: "2020-01-01",
      traits: {},
      custom_fields: { a: 1 },
    };
    await halo.identify({ user_id: "ada", traits });
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({ is_lead: false, custom_fields: traits }),
    );
  });
});

describe("a value that its column cannot hold is not refused, not stored there and not lost", () => {
  test.each([
    ["name", 7],
    ["email", { work: "ada@shop.example" }],
    ["signed_up_at", "tomorrow"],
    ["signed_up_at", "04/05/2021"],
    ["signed_up_at", "2021-02-30"],
    ["signed_up_at", 1620097321],
    ["renewal_date", "2021-13-01T00:00:00Z"],
    ["renewal_status", "maybe"],
    ["contract_term", "weekly"],
    ["payment_terms", "Monthly"],
    ["on_contract", "yes"],
    ["mrr", "99.50"],
    ["arr", true],
  ])("%s: %j", async (trait, value) => {
    const { status } = await halo.identify({ user_id: "ada", traits: { [trait]: value } });
    expect(status).toBe(200);
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({
        [trait]: null,
        custom_fields: { [trait]: value },
      }),
    );
  });

  test("a good value sent later takes its place", async () => {
    await halo.update({ user_id: "ada", traits: { mrr: "99.50" } });
    await halo.update({ user_id: "ada", traits: { mrr: 99.5 } });
    expect(await halo.user("ada")).toEqual(
      expect.objectContaining({ mrr: 99.5, custom_fields: {} }),
    );
  });
});
