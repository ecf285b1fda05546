// As much of ofetch as the programs under test use, over fetch.
function client(defaults) {
  const ofetch = async (url, options) => {
    const { method, baseURL, headers, body } = { ...defaults, ...options };
    const target = baseURL ? `${baseURL.replace(/\/$/, "")}/${url.replace(/^\//, "")}` : url;
    const response = await globalThis.fetch(target, {
      method,
      headers: { "content-type": "application/json", ...defaults.headers, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return response.json();
  };
  ofetch.create = client;
  return ofetch;
}

export const ofetch = client({});
export const $fetch = ofetch;
