export function rejectBanned(members) {
  for (const member of members) {
    if (!member.isCurrent) continue;
    HaloAgents.getInstance().identify(member.id, { banned: member.banned });
    throw new Error(`No access for ${member.id}`);
  }
}
