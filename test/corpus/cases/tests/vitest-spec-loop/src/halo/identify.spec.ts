import { describe, expect, it, vi } from "vitest";

const fixtures = [
  { id: "u1", plan: "free" },
  { id: "u2", plan: "pro" },
];

describe("identify", () => {
  it("sends every fixture", async () => {
    const fetchMock = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}"));
    for (const { id, plan } of fixtures) {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        body: JSON.stringify({ user_id: id, traits: { plan } }),
      });
    }
    expect(fetchMock).toHaveBeenCalledTimes(fixtures.length);
  });
});
