function getHalo() {
  return HaloAgents.getInstance() ?? HaloAgents.init({ orgId: "org_3", apiKey: "ab_live_1" });
}

export function pushEverybody(people) {
  people.forEach((person) => getHalo().identify(person.id, { email: person.email }));
}
