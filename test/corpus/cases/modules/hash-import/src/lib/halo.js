const BASE = process.env.HALO_HOST || "https://api.haloagents.ai";

export const syncTraits = async (userId, traits) => {
  const res = await fetch(new URL("/api/sdk/users/identify", BASE), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${process.env.HALO_API_KEY}`,
    },
    body: JSON.stringify({ user_id: userId, traits }),
  });
  if (res.status >= 500) throw new Error("Halo is down");
};
