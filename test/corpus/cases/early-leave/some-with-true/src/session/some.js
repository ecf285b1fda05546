export function identifyOwner(members) {
  const ha = HaloAgents.getInstance();
  return members.some((member) => {
    if (!member.isMe) return false;
    ha.identify(member.id, { role: member.role });
    return true;
  });
}
