export function pushTuples(tuples: [string, Record<string, string>][]) {
  const ha = window.HaloAgents.getInstance();
  for (const tuple of tuples) {
    ha.identify.call(ha, ...tuple);
  }
}
