import { getSession } from "./session";

async function boot(): Promise<void> {
  const ha = window.HaloAgents.init({ orgId: "org_3", apiKey: "ab_live_3" });
  const session = await getSession();
  if (!session) return;

  ha.identify(session.user.id, { email: session.user.email });
  for (const company of session.companies) {
    ha.identifyCompany(company.id, { name: company.name, seats: company.seats });
  }
  for (const [key, entry] of Object.entries(session.context)) {
    ha.setContext(key, entry);
  }
}

boot().catch((error) => console.error("boot failed", error));
