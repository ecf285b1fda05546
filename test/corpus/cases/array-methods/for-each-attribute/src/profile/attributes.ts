interface Attribute {
  key: string;
  value: string;
}

export function pushAttributes(userId: string, attributes: Attribute[]) {
  const halo = HaloAgents.getInstance();
  attributes.forEach(({ key, value }) => {
    halo?.identify(userId, { [key]: value });
  });
}
