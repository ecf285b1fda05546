// As much of superagent as the programs under test use, over fetch.
exports.post = (url) => {
  const headers = { "Content-Type": "application/json" };
  let body;
  const request = {
    set(name, value) {
      Object.assign(headers, typeof name === "string" ? { [name]: value } : name);
      return request;
    },
    send(data) {
      body = JSON.stringify(data);
      return request;
    },
    then(resolve, reject) {
      return send(url, headers, body).then(resolve, reject);
    },
  };
  return request;
};

async function send(url, headers, body) {
  const response = await globalThis.fetch(url, { method: "POST", headers, body });
  if (!response.ok) throw new Error(`Status ${response.status}`);
  return { status: response.status, body: await response.json() };
}
