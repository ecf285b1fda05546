const root = process.env.HALO_ROOT ?? "https://api.haloagents.ai";

export const haloUrl = (resource) => `${root}/api/sdk/${resource}`;
