export function identifyHolder(groups, token) {
  search: for (const group of groups) {
    for (const member of group.members) {
      if (member.token !== token) continue;
      HaloAgents.getInstance().identify(member.id, { group: group.name });
      break search;
    }
  }
}
