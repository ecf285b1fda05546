interface Member {
  id: string;
  email: string;
  role: string;
}

export async function activate(workspace: { id: string; members: Member[] }): Promise<void> {
  await fetch(`/api/workspaces/${workspace.id}/activate`, { method: "POST" });
  for (const member of workspace.members) {
    if (member.role !== "owner") continue;
    const ha = window.HaloAgents.getInstance();
    if (ha === null) {
      console.warn("no Halo");
    } else {
      ha.identify(member.id, { email: member.email, workspace: workspace.id });
    }
    break;
  }
}
