export const HALO_BASE_URL = "https://api.haloagents.ai";
export const HALO_PATHS = {
  identify: "/api/sdk/users/identify",
  update: "/api/sdk/users/update",
};
