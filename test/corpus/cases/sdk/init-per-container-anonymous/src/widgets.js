for (const section of document.querySelectorAll("[data-halo-org]")) {
  HaloAgents.init({ orgId: section.dataset.haloOrg, apiKey: section.dataset.haloKey });
}
