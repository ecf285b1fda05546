import { describe, expect, it } from "vitest";
import { type Finding, find } from "../../src/find/find.js";
import { evidenceOf, messageOf } from "../../src/find/messages.js";
import { defaultSettings } from "../../src/find/settings.js";
import type { SourceFile } from "../../src/source/source-file.js";
import { root } from "./find-case.js";
import { parsed } from "./run-cases.js";

function only(text: string): [SourceFile, Finding] {
  const source = parsed(`${root}/src/sync.js`, text);
  const [finding, another] = find(source, defaultSettings);
  if (!finding || another) throw new Error("One finding was expected");
  return [source, finding];
}

describe("messages", () => {
  it("name the loop and the harm, and link the page", () => {
    const [, finding] = only("for (const u of users) ha.identify(u.id);");
    expect(messageOf(finding)).toMatch(
      /^for…of calls identify\(\) .* active today; .*users\/update.* See https:.*\/no-identify-in-loop\.md$/,
    );
  });

  it("name the evidence of a batch", () => {
    const [, finding] = only("#!/usr/bin/env node\nha.identify(process.argv[2]);");
    expect(messageOf(finding)).toContain(
      "the file starts with a shebang, the file reads process.argv",
    );
    expect(messageOf(finding)).toMatch(/no-identify-in-batch-context\.md$/);
  });

  it("leave no placeholder, whatever a name looks like", () => {
    const [, finding] = only("users.map((u) => ha.identify(u.id, '{{loop}}'));");
    expect(messageOf(finding)).not.toMatch(/\{\{|\}\}/);
  });
});

describe("evidence", () => {
  it("names each loop with its line", () => {
    const [source, finding] = only(
      "for (const p of pages) {\n  p.users.forEach((u) => {\n    ha.identify(u.id);\n  });\n}\n",
    );
    expect(evidenceOf(source, finding)).toBe(
      "each turn of forEach() on line 2, inside for…of on line 1 identifies another user",
    );
  });

  it("says where the identify is that a call in the loop leads to", () => {
    const [source, finding] = only(
      "function sync(u) {\n  ha.identify(u.id);\n}\nfor (const u of users) sync(u);\n",
    );
    expect(evidenceOf(source, finding)).toBe(
      "each turn of for…of on line 4 identifies another user, and the call leads to identify() on line 2",
    );
  });

  it("lists the signs of a batch", () => {
    const [source, finding] = only("#!/usr/bin/env node\nha.identify(id);");
    expect(evidenceOf(source, finding)).toBe("for: the file starts with a shebang");
  });

  it("lists what spoke against a batch, too", () => {
    const [source, finding] = only(
      'new Worker("halo-backfill", async (job) => { ha.identify(job.data.id); });',
    );
    expect(evidenceOf(source, finding)).toBe(
      "for: its job or queue is named halo-backfill; against: it handles one message or event",
    );
    expect(messageOf(finding)).not.toContain("one message or event");
  });

  it("names the step by which a user signs in", () => {
    const [source, finding] = only(
      "#!/usr/bin/env node\nexport async function backfillOwner() { const { user } = await auth.exchangeCodeForSession(process.argv[2]); ha.identify(user.id); }",
    );
    expect(evidenceOf(source, finding)).toMatch(
      /; against: it signs a user in, by exchangeCodeForSession\(\)$/,
    );
  });
});
