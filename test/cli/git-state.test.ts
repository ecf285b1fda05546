import { mkdirSync, realpathSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { uncommittedChanges } from "../../src/cli/git-state.js";
import { commitAll, git, tempProject } from "./temp-project.js";

const remedy = "commit or stash them first, or pass --force";

function repository(files: Readonly<Record<string, string>>): string {
  const root = tempProject(files);
  commitAll(root);
  return root;
}

describe("uncommittedChanges", () => {
  it("has no objection to a clean work tree", () => {
    const root = repository({ "a.ts": "1" });
    expect(uncommittedChanges([join(root, "a.ts")])).toBeUndefined();
  });

  it("has no objection outside git", () => {
    const root = tempProject({ "a.ts": "1" });
    expect(uncommittedChanges([join(root, "a.ts")])).toBeUndefined();
  });

  it("objects to a changed file, also to another one than those to be rewritten", () => {
    const root = repository({ "src/a.ts": "1", "b.ts": "1", "c.ts": "1" });
    writeFileSync(join(root, "b.ts"), "2");
    expect(uncommittedChanges([join(root, "src/a.ts")])).toBe(
      `uncommitted changes in ${root} (b.ts); ${remedy}`,
    );
    writeFileSync(join(root, "c.ts"), "2");
    expect(uncommittedChanges([join(root, "src/a.ts")])).toContain("(b.ts and 1 more)");
  });

  it("objects to staged changes, and counts a rename once", () => {
    const root = repository({ "a.ts": "1", "b.ts": "some longer text\nthat stays\n" });
    renameSync(join(root, "b.ts"), join(root, "c.ts"));
    git(root, "add", "--all");
    expect(uncommittedChanges([join(root, "a.ts")])).toBe(
      `uncommitted changes in ${root} (c.ts); ${remedy}`,
    );
  });

  it("minds an untracked file only where it is to be rewritten itself", () => {
    const root = repository({ "a.ts": "1" });
    mkdirSync(join(root, "new"));
    writeFileSync(join(root, "new/über b.ts"), "1");
    expect(uncommittedChanges([join(root, "a.ts")])).toBeUndefined();
    expect(uncommittedChanges([join(root, "new/über b.ts")])).toContain("(new/über b.ts)");
  });

  it("objects in a repository without a commit, where nothing could be brought back", () => {
    const root = tempProject({ "a.ts": "1" });
    git(root, "init", "--quiet");
    expect(uncommittedChanges([join(root, "a.ts")])).toContain("(a.ts)");
  });

  it("lets ignored files pass, which git never kept", () => {
    const root = repository({ ".gitignore": "a.ts\n", "a.ts": "1" });
    expect(uncommittedChanges([join(root, "a.ts")])).toBeUndefined();
  });

  it("asks the repository that a linked file lies in", () => {
    const root = repository({ "a.ts": "1" });
    writeFileSync(join(root, "a.ts"), "2");
    const outside = tempProject({});
    symlinkSync(join(root, "a.ts"), join(outside, "link.ts"));
    expect(uncommittedChanges([join(outside, "link.ts")])).toContain(root);
  });

  it("asks every repository that is concerned", () => {
    const clean = repository({ "a.ts": "1" });
    const dirty = repository({ "a.ts": "1" });
    writeFileSync(join(dirty, "a.ts"), "2");
    expect(uncommittedChanges([join(clean, "a.ts"), join(dirty, "a.ts")])).toContain(dirty);
  });

  it("knows a linked work tree for one", () => {
    const root = repository({ "a.ts": "1" });
    const tree = join(realpathSync(tempProject({})), "tree");
    git(root, "worktree", "add", "--quiet", tree);
    expect(uncommittedChanges([join(tree, "a.ts")])).toBeUndefined();
    writeFileSync(join(tree, "a.ts"), "2");
    expect(uncommittedChanges([join(tree, "a.ts")])).toContain(tree);
  });

  it("is not misled by the variables that git sets for its hooks", () => {
    const root = repository({ "a.ts": "1" });
    const other = repository({ "a.ts": "1" });
    writeFileSync(join(other, "a.ts"), "2");
    vi.stubEnv("GIT_DIR", join(other, ".git"));
    vi.stubEnv("GIT_WORK_TREE", other);
    try {
      expect(uncommittedChanges([join(root, "a.ts")])).toBeUndefined();
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("objects where git cannot tell", () => {
    const root = tempProject({ ".git": "gitdir: /nowhere\n", "a.ts": "1" });
    expect(uncommittedChanges([join(root, "a.ts")])).toContain("git cannot tell whether");
    vi.stubEnv("PATH", root);
    try {
      expect(uncommittedChanges([join(root, "a.ts")])).toContain("git is not installed");
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
