export const HALO_BASE_URL = process.env.HALO_BASE_URL ?? "https://api.haloagents.ai";

export const ENDPOINTS = {
  halo: {
    identify: "/api/sdk/users/identify",
    update: "/api/sdk/users/update",
  },
  slack: { notify: "https://hooks.slack.com/services/T0/B0/x" },
} as const;
