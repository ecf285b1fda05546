// As much of axios as the programs under test use, over fetch.
function client(defaults) {
  const request = async ({ method = "get", url, baseURL, headers, data }) => {
    const base = baseURL ?? defaults.baseURL;
    const isWhole = !base || /^[a-z]+:\/\//i.test(url);
    const target = isWhole ? url : `${base.replace(/\/?\/$/, "")}/${url.replace(/^\/+/, "")}`;
    const response = await globalThis.fetch(target, {
      method: method.toUpperCase(),
      headers: {
        "Content-Type": "application/json",
        ...axios.defaults.headers.common,
        ...defaults.headers,
        ...headers,
      },
      body: typeof data === "string" ? data : JSON.stringify(data),
    });
    const body = await response.json();
    if (response.ok) return { status: response.status, data: body };
    const error = new Error(`Request failed with status code ${response.status}`);
    throw Object.assign(error, { response: { status: response.status, data: body } });
  };
  const axios = (first, config) =>
    request(typeof first === "string" ? { ...config, url: first } : first);
  axios.defaults = { headers: { common: {} } };
  axios.request = request;
  axios.post = (url, data, config) => request({ ...config, method: "post", url, data });
  axios.create = (config = {}) => client(config);
  return axios;
}

const axios = client({});
// What `require("axios")` gives is the function itself.
export { axios as default, axios as "module.exports" };
