// As much of got as the programs under test use, over fetch.
async function send(url, { method, prefixUrl, headers, json, body }) {
  const target = prefixUrl ? `${String(prefixUrl).replace(/\/$/, "")}/${url}` : url;
  const type = json === undefined ? {} : { "Content-Type": "application/json" };
  const response = await globalThis.fetch(String(target), {
    method,
    headers: { ...type, ...headers },
    body: json === undefined ? body : JSON.stringify(json),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Response code ${response.status}`);
  return { statusCode: response.status, body: text };
}

function client(defaults) {
  const got = (url, options) => {
    const headers = { ...defaults.headers, ...options.headers };
    const promise = send(url, { ...defaults, ...options, headers });
    const json = async () => JSON.parse((await promise).body);
    return Object.assign(promise, { json });
  };
  got.post = (url, options) => got(url, { ...options, method: "POST" });
  got.extend = client;
  return got;
}

export default client({ method: "GET" });
