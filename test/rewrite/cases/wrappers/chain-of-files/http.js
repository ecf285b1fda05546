export const post = (path, body) =>
  fetch(`https://api.haloagents.ai${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify(body),
  });
