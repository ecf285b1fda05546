/** Where Halo's public API lives when the code under analysis does not say. Source: API reference, overview. */
export const defaultBaseUrl = "https://api.haloagents.ai";

/** "This user is here now": bumps `last_seen`, enrols automations. Source: API reference, users. */
export const identifyPath = "/api/sdk/users/identify";

/** "Here is data I already have": leaves `last_seen` and automations alone. Source: API reference, users/update. */
export const updatePath = "/api/sdk/users/update";
