// Preload for a rewritten program: what it sends to Halo's public address goes to the Halo at HALO_BASE_URL. Of the
// SDK there is only what a rewrite may leave behind; a call of identify is an error.
const { HALO_BASE_URL, HALO_PUBLIC_URL } = process.env;
const send = globalThis.fetch;

globalThis.fetch = (url, options) =>
  send(String(url).replace(HALO_PUBLIC_URL, HALO_BASE_URL), options);

const instance = {
  identify() {
    throw new Error("A rewritten program called identify.");
  },
};
globalThis.HaloAgents = { init: () => instance, getInstance: () => instance };
