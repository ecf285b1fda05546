export const config = {
  posthogKey: process.env.POSTHOG_KEY,
  haloUrl: process.env.HALO_URL ?? "https://api.haloagents.ai",
  haloKey: process.env.HALO_API_KEY,
};
