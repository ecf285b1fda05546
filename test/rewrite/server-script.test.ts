import { afterAll, describe, expect, test } from "vitest";
import { migrateFile } from "../../src/engine.js";
import { defaultSettings } from "../../src/find/settings.js";
import type { RewriteCase } from "./cases.js";
import { HaloPool } from "./halo-pool.js";
import { Programs } from "./run-program.js";
import { Workspace } from "./workspace.js";

const workspace = new Workspace();
const halos = new HaloPool(1);
afterAll(() => workspace.remove());

function projectOf(name: string, extension: string, input: string): RewriteCase {
  return {
    ...{ name, extension, input, expected: undefined },
    ...{ refusals: [], files: {}, expectedFiles: {}, manifest: { type: "module" } },
  };
}

/** The script that comes with the refusal of a browser's only call. */
function scriptOf(program: RewriteCase): string | undefined {
  const result = migrateFile(workspace.project(program), program.input, {
    settings: defaultSettings,
    workingDirectory: workspace.folder,
  });
  if (result.kind !== "migrated") throw new Error(result.message);
  expect(result.output).toBe(program.input);
  const [site, another] = result.sites;
  expect(another).toBeUndefined();
  expect(site).toMatchObject({ status: "refused", reason: "runs-in-browser" });
  return site?.status === "refused" ? site.script : undefined;
}

const component = `"use client";
import { useEffect } from "react";

export function Members({ members, version }: { members: Member[]; version: string }) {
  useEffect(() => {
    members.forEach((member, index) => {
      window.HaloAgents.getInstance()?.identify(member.id, { role: member.role, version });
    });
  }, []);
  return null;
}
`;

const upload = `const input = document.querySelector("input");

input.addEventListener("change", async () => {
  for (const { id, plan } of await readRows(input.files[0])) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: "Bearer " + window.haloKey },
      body: JSON.stringify({ user_id: id, traits: { plan, created_at: undefined } }),
    });
  }
});
`;

describe("a loop in a browser's code", { timeout: 60_000 }, () => {
  test.each([
    { name: "browser/component", extension: ".tsx", input: component, trait: "role" },
    { name: "browser/upload", extension: ".js", input: upload, trait: "plan" },
  ])("$name comes with a script that sends its users from a server", async (it) => {
    const { name, extension, input, trait } = it;
    const script = scriptOf(projectOf(name, extension, input)) ?? "";
    expect(script).toContain("// The users of ");
    // What the script asks a person to fill in.
    const filled = `import { findUsers as readUsers } from "./users.js";\nconst version = 2;\n${script}`;
    const server = { ...projectOf(name, extension.replace("x", ""), ""), expected: filled };
    await halos.with(async (halo) => {
      const users = 501;
      const ids = Array.from({ length: users }, (_, at) => `user_${String(at).padStart(4, "0")}`);
      await halo.seedUsers(ids.map((user_id) => ({ user_id, traits: {} })));
      const ending = await new Programs(workspace, server).rewritten(halo, { users });
      expect(ending).toEqual({ exitCode: 0, stderr: "" });
      const rows = await halo.users();
      expect(rows.filter(({ last_seen }) => last_seen && last_seen.getFullYear() > 2024)).toEqual(
        [],
      );
      expect(rows.filter(({ custom_fields }) => trait in custom_fields).length).toBeGreaterThan(
        400,
      );
      expect(halo.requests().length).toBe(2);
    });
  });

  test("the names that a person must fill in are listed", () => {
    const script = scriptOf(projectOf("browser/component", ".tsx", component));
    expect(script).toContain("// what `members` gives there.\n");
    expect(script).toContain("// Give a value to these names, too: version.\n");
  });

  test("has no script where the traits are the browser's own", () => {
    const input = component.replace("role: member.role", "page: document.title");
    expect(scriptOf(projectOf("browser/title", ".tsx", input))).toBeUndefined();
  });

  test("has no script where the loop does not show what is said of a user", () => {
    const input = component.replace(
      "identify(member.id, { role: member.role, version })",
      "identify(...member.call)",
    );
    expect(scriptOf(projectOf("browser/spread", ".tsx", input))).toBeUndefined();
  });
});
