import { describe, expect, test } from "vitest";
import { identifyPath, updatePath } from "../../src/halo/endpoints.js";
import { LocalHalo } from "./local-halo.js";

const halo = new LocalHalo();
const oneUser = JSON.stringify({ user_id: "ada", traits: { plan: "pro" } });

describe("routes", () => {
  test.each([
    "/",
    "/api/sdk/users",
    `${identifyPath}/`,
    `${updatePath}/bulk`,
    identifyPath.toUpperCase(),
  ])("404 for %s", async (path) => {
    expect((await halo.post(path, oneUser)).status).toBe(404);
    expect(await halo.server.users()).toEqual([]);
  });

  test("a query string does not change the route", async () => {
    expect((await halo.post(`${identifyPath}?debug=1`, oneUser)).status).toBe(200);
  });

  for (const path of [identifyPath, updatePath]) {
    test.each(["GET", "PUT", "PATCH", "DELETE"])(`405 for %s ${path}`, async (method) => {
      const response = await fetch(halo.server.url + path, { method });
      expect(response.status).toBe(405);
    });
  }
});

describe("authorization", () => {
  for (const path of [identifyPath, updatePath]) {
    test.each([
      ["no key", ""],
      ["another workspace's key", "Bearer ab_live_other"],
      ["a key without Bearer", "ab_live_local"],
      ["the Identity Secret", "Bearer ha_secret_local"],
      ["a key with something behind it", "Bearer ab_live_local2"],
    ])(`401 for %s at ${path}, and nothing is applied`, async (_, authorization) => {
      expect((await halo.post(path, oneUser, { authorization })).status).toBe(401);
      expect(await halo.server.users()).toEqual([]);
    });
  }
});

describe("body", () => {
  for (const path of [identifyPath, updatePath]) {
    test.each(["", "{", `{"user_id": "ada",}`, "null", `"ada"`, `[${oneUser}]`])(
      `400 for %s at ${path}`,
      async (body) => {
        const reply = await halo.post(path, body);
        expect(reply).toEqual({ status: 400, body: { error: expect.any(String) } });
        expect(await halo.server.users()).toEqual([]);
      },
    );
  }

  test("an update without the JSON content type is refused", async () => {
    const reply = await halo.post(updatePath, oneUser, { "content-type": "text/plain" });
    expect(reply.status).toBe(415);
  });

  test("an identify needs no content type, for none is documented", async () => {
    const reply = await halo.post(identifyPath, oneUser, { "content-type": "text/plain" });
    expect(reply.status).toBe(200);
  });

  test("500 where the database cannot hold it, and the server goes on", async () => {
    expect((await halo.identify({ user_id: "a\0da" })).status).toBe(500);
    expect((await halo.identify({ user_id: "ada" })).status).toBe(200);
  });
});

describe("log of requests", () => {
  test("says of each what came and how it ended, oldest first", async () => {
    await halo.identify({ user_id: "ada" });
    await halo.update({ users: ["ada", "bob"].map((id) => ({ user_id: id, traits: {} })) });
    await halo.post("/elsewhere", "{");
    expect(halo.server.requests()).toEqual([
      { method: "POST", route: identifyPath, status: 200, users: 1, bytes: 17, fault: null },
      {
        method: "POST",
        route: updatePath,
        status: 200,
        users: 2,
        bytes: expect.any(Number),
        fault: null,
      },
      { method: "POST", route: "/elsewhere", status: 404, users: 0, bytes: 1, fault: null },
    ]);
  });

  test("counts the users of a refused body too", async () => {
    await halo.update({ users: [{ user_id: "ada", traits: { id: 1 } }] });
    expect(halo.server.requests()).toMatchObject([{ status: 400, users: 1 }]);
  });
});
