import { expect, it, vi } from "vitest";

it("sends each trait", () => {
  const users = [{ id: "u_1", plan: "free" }, { id: "u_2", plan: "team" }];
  const ha = window.HaloAgents.getInstance();
  for (const user of users) ha.identify(user.id, { plan: user.plan });
  expect(vi.mocked(ha.identify)).toHaveBeenCalledTimes(2);
});
