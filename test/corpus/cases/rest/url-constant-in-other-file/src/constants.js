export const HALO_IDENTIFY_URL = "https://api.haloagents.ai/api/sdk/users/identify";
