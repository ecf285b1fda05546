export function pushContext(entries) {
  const ha = HaloAgents.getInstance();
  for (const [key, entry] of Object.entries(entries)) {
    ha.setContext(key, entry);
  }
}
