import { halo as ha } from "../vendor/halo";
import type { Workspace } from "./types";

interface HaloLike {
  identify(id: string, traits?: Record<string, unknown>): void;
}

export function finishOnboarding(workspace: Workspace, owner: { id: string; email: string }) {
  const instance: HaloLike = window.HaloAgents.getInstance() ?? ha;
  let seats = 0;
  const names: string[] = [];
  for (const member of workspace.members) {
    seats += 1;
    names.push(member.name);
  }
  instance.identify(owner.id, { email: owner.email, seats, team: names.join(", ") });
}
