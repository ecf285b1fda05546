// As much of undici as the programs under test use, over fetch.
export async function request(url, { method, headers, body }) {
  const response = await globalThis.fetch(String(url), { method, headers, body });
  return { statusCode: response.status, body: response };
}
