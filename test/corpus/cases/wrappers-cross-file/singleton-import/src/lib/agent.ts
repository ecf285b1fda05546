const agent = window.HaloAgents.init({ orgId: "org_9", apiKey: "ab_live_x" });

export default agent;
