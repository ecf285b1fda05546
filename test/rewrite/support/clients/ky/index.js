// As much of ky as the programs under test use, over fetch.
async function send(url, { method, prefixUrl, headers, json, body }) {
  const target = prefixUrl ? `${String(prefixUrl).replace(/\/$/, "")}/${url}` : url;
  const type = json === undefined ? {} : { "Content-Type": "application/json" };
  const response = await globalThis.fetch(target, {
    method: method.toUpperCase(),
    headers: { ...type, ...headers },
    body: json === undefined ? body : JSON.stringify(json),
  });
  if (!response.ok) throw new Error(`Request failed with status code ${response.status}`);
  return response;
}

function client(defaults) {
  const ky = (url, options) => {
    const headers = { ...defaults.headers, ...options.headers };
    const promise = send(url, { ...defaults, ...options, headers });
    return Object.assign(promise, { json: async () => (await promise).json() });
  };
  ky.post = (url, options) => ky(url, { ...options, method: "post" });
  ky.create = client;
  return ky;
}

export default client({ method: "get" });
