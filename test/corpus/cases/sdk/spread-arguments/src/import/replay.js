const log = [];

export function record(userId, traits, identity) {
  log.push([userId, traits, identity]);
}

export function replay({ dryRun = false } = {}) {
  const ha = window.HaloAgents.getInstance();
  if (!ha) throw new Error("Halo is not on this page");

  for (const entry of log) {
    if (dryRun) {
      console.table(entry);
      continue;
    }
    ha.identify(...entry);
  }
  log.length = 0;
}
