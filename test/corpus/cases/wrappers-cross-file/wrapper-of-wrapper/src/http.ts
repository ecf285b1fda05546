export const post = (path: string, body: unknown) =>
  fetch(`https://api.haloagents.ai${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify(body),
  });
