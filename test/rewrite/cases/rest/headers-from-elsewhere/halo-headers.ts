export function haloHeaders(): Headers {
  const headers = new Headers({ "content-type": "application/json" });
  headers.set("Authorization", `Bearer ${process.env.HALO_API_KEY}`);
  return headers;
}
