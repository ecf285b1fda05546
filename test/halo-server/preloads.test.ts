import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { defaultBaseUrl, identifyPath, updatePath } from "../../src/halo/endpoints.js";
import { updateToken } from "../../src/halo/update-token.js";
import { LocalHalo, secondsFromNow, signToken } from "./local-halo.js";

const halo = new LocalHalo();
const sdkShim = fileURLToPath(new URL("sdk-shim.mjs", import.meta.url));
const reroute = fileURLToPath(new URL("reroute.mjs", import.meta.url));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a script as its own process with the preloads before it. */
async function run(
  preloads: string[],
  script: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const imports = preloads.flatMap((preload) => ["--import", preload]);
  const child = spawn(process.execPath, [...imports, "--input-type=module", "--eval", script], {
    env: { ...process.env, HALO_BASE_URL: halo.server.url, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as [number];
  return { code, stdout, stderr };
}

const init = `const ha = HaloAgents.init({ orgId: "org", apiKey: "ab_live_local" });`;

describe("stand-in for the browser SDK", { timeout: 30_000 }, () => {
  test("identify returns nothing at once; the process lives until all is sent", async () => {
    const script = `${init}
      for (let i = 0; i < 100; i += 1) {
        if (ha.identify("u" + i, { mrr: i }) !== undefined) throw new Error("not void");
      }`;
    expect(await run([sdkShim], script)).toEqual({ code: 0, stdout: "", stderr: "" });
    const users = await halo.server.users();
    expect(users.map(({ mrr }) => mrr).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 100 }, (_, index) => index),
    );
    expect(halo.server.requests()).toHaveLength(100);
  });

  test("traits are those of the moment of the call", async () => {
    const script = `${init}
      const traits = { plan: "pro" };
      ha.identify("ada", traits);
      traits.plan = "changed later";`;
    await run([sdkShim], script);
    expect((await halo.user("ada")).custom_fields).toEqual({ plan: "pro" });
  });

  test("calls for the same user arrive in the order made", async () => {
    halo.server.failNext({ kind: "slow", ms: 50 });
    await run([sdkShim], `${init} ha.identify("ada", { n: 1 }); ha.identify("ada", { n: 2 });`);
    expect((await halo.user("ada")).custom_fields).toEqual({ n: 2 });
  });

  test("at most 16 calls are under way at once", async () => {
    halo.server.failNext({ kind: "slow", ms: 100 }, { times: 100 });
    const running = run(
      [sdkShim],
      `${init} for (let i = 0; i < 100; i += 1) ha.identify("user-" + i);`,
    );
    let mostAtOnce = 0;
    const progress = { ended: false };
    void running.finally(() => (progress.ended = true));
    while (!progress.ended) {
      const open = halo.server.requests().filter(({ status }) => status === null).length;
      mostAtOnce = Math.max(mostAtOnce, open);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await running).code).toBe(0);
    expect(mostAtOnce).toBe(16);
  });

  test("init with a userId identifies, also after a destroy, but not a second time before", async () => {
    const script = `
      const options = { orgId: "org", apiKey: "ab_live_local", userId: "ada", userTraits: { mrr: 7 } };
      const first = HaloAgents.init(options);
      if (HaloAgents.init(options) !== first) throw new Error("another instance");
      first.destroy();
      HaloAgents.init({ ...options, userTraits: { mrr: 8 } });`;
    expect(await run([sdkShim], script)).toMatchObject({ code: 0, stderr: "" });
    expect(halo.server.requests()).toHaveLength(2);
    expect((await halo.user("ada")).mrr).toBe(8);
  });

  test("getInstance gives null, then the instance, then null again", async () => {
    const script = `
      const seen = [HaloAgents.getInstance()];
      ${init}
      seen.push(HaloAgents.getInstance() === ha);
      ha.destroy();
      seen.push(HaloAgents.getInstance());
      console.log(JSON.stringify(seen));`;
    expect(await run([sdkShim], script)).toMatchObject({ code: 0, stdout: "[null,true,null]\n" });
  });

  test("identifyCompany and setContext identify nobody", async () => {
    const script = `${init} ha.identifyCompany("acme", {}); ha.setContext("page", {});`;
    expect(await run([sdkShim], script)).toMatchObject({ code: 0, stderr: "" });
    expect(halo.server.requests()).toEqual([]);
  });

  test("a user token is passed on, that of the call before that of init", async () => {
    await halo.server.seedUsers(["ada", "bob"].map((user_id) => ({ user_id, is_lead: true })));
    const forAda = await signToken({ user_id: "ada" });
    const forBob = await signToken({ user_id: "bob" });
    const script = `
      const ha = HaloAgents.init({ orgId: "o", apiKey: "ab_live_local", userToken: "${forAda}" });
      ha.identify("ada");
      ha.identify("bob", {}, { userToken: "${forBob}" });`;
    expect((await run([sdkShim], script)).code).toBe(0);
    expect((await halo.server.users()).map(({ is_lead }) => is_lead)).toEqual([false, false]);
  });

  test("there is a window only if asked for", async () => {
    const script = `console.log(typeof window, globalThis.window?.HaloAgents === HaloAgents);`;
    expect((await run([sdkShim], script)).stdout).toBe("undefined false\n");
    const asked = await run([sdkShim], script, { HALO_SDK_WINDOW: "1" });
    expect(asked.stdout).toBe("object true\n");
  });

  test("a refused call makes the process exit with 1 and say why, the others are sent", async () => {
    const script = `${init} ha.identify("ada", { id: 1 }); ha.identify("bob");`;
    const { code, stderr } = await run([sdkShim], script);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^1 failures of identify, the first: 400 .*reserved_keys/);
    expect((await halo.server.users()).map(({ external_id }) => external_id)).toEqual(["bob"]);
  });

  test("a cut connection makes the process exit with 1", async () => {
    halo.server.failNext({ kind: "cut" });
    expect((await run([sdkShim], `${init} ha.identify("ada");`)).code).toBe(1);
  });

  test("a script that exits before all is sent exits with 1", async () => {
    const { code, stderr } = await run([sdkShim], `${init} ha.identify("ada"); process.exit(0);`);
    expect(code).toBe(1);
    expect(stderr).toContain("1 calls were not sent");
  });

  test("it says so where it is not told which Halo to talk to", async () => {
    const { code, stderr } = await run([sdkShim], "", { HALO_BASE_URL: "" });
    expect(code).toBe(1);
    expect(stderr).toContain("HALO_BASE_URL must name the Halo");
  });
});

describe("rerouting of global fetch", { timeout: 30_000 }, () => {
  const options = `{
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer ab_live_local" },
    body: process.env.BODY,
  }`;
  const body = JSON.stringify({ user_id: "ada", traits: { plan: "pro" } });

  test.each([
    ["a string", `fetch("${defaultBaseUrl}${identifyPath}", ${options})`],
    ["a URL", `fetch(new URL("${defaultBaseUrl}${identifyPath}"), ${options})`],
    ["a Request", `fetch(new Request("${defaultBaseUrl}${identifyPath}", ${options}))`],
  ])("a call to the public address given as %s arrives whole", async (_, call) => {
    const script = `const reply = await ${call}; console.log(reply.status);`;
    expect(await run([reroute], script, { BODY: body })).toMatchObject({
      stdout: "200\n",
      code: 0,
    });
    expect((await halo.user("ada")).custom_fields).toEqual({ plan: "pro" });
  });

  test("an update call arrives together with the stand-in's identify", async () => {
    const user_token = await signToken({ scope: updateToken.scope, exp: secondsFromNow(60) });
    const script = `${init} ha.identify("bob");
      const reply = await fetch("${defaultBaseUrl}${updatePath}", ${options});
      console.log(reply.status);`;
    const sent = JSON.stringify({ user_token, users: [{ user_id: "ada", traits: {} }] });
    const { code, stdout } = await run([sdkShim, reroute], script, { BODY: sent });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "200\n" });
    expect((await halo.server.users()).map(({ external_id }) => external_id)).toEqual([
      "ada",
      "bob",
    ]);
  });

  test("other addresses are left alone", async () => {
    const script = `
      const reply = await fetch(process.env.HALO_BASE_URL + "/elsewhere");
      const data = await fetch("data:text/plain,hello");
      console.log(reply.status, await data.text());`;
    expect((await run([reroute], script)).stdout).toBe("404 hello\n");
    expect(halo.server.requests()).toMatchObject([{ route: "/elsewhere" }]);
  });
});
