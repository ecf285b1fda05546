const ha = window.HaloAgents.init({
  orgId: "org_8d1f",
  apiKey: "ab_live_9f2c7e41",
});

export async function importRows(rows) {
  for (const row of rows) {
    ha.identify(row.id, { name: row.name });
  }
  document.querySelector("#status").textContent = "Done.";
}
