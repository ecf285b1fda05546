import type { ClientName } from "../find/requests/http-client.js";
import type { IdentifyCall } from "../find/identify-call.js";

/** What the rewrite knows of an HTTP client whose requests it can hand to `fetch`. */
export interface KnownClient {
  /** The options that it understands; any other may change what is sent, or what comes of it. */
  options: RegExp;
  /** Whether its option `retry` is about other methods than POST, if it does not name them. */
  retriesNoPost?: boolean;
  /** The functions that send something else than JSON. */
  forms?: RegExp;
  /** The option that holds the base of all paths. */
  base?: string;
  /** The function that makes an instance with options of its own. */
  maker?: string;
  /** The methods that may follow the call in a chain and belong to the request. */
  chain?: RegExp;
}

/** The clients, as far as their documentation says what they send. `undefined` where requests are left alone. */
const knownClients: Record<ClientName, KnownClient | undefined> = {
  // axios.post(url, data, { headers }), axios({ method, url, data, headers }), axios.create({ baseURL, headers })
  axios: {
    options: /^(method|url|baseURL|headers|data)$/,
    forms: /^postForm$/,
    base: "baseURL",
    maker: "create",
  },
  // await got.post(url, { json, headers }).json(), got.extend({ prefixUrl, headers })
  got: {
    options: /^(method|url|prefixUrl|headers|json|body)$/,
    retriesNoPost: true,
    base: "prefixUrl",
    maker: "extend",
    chain: /^(json|text)$/,
  },
  // await ky.post(url, { json, headers }).json(), ky.create({ prefixUrl, headers })
  ky: {
    options: /^(method|prefixUrl|headers|json|body)$/,
    retriesNoPost: true,
    base: "prefixUrl",
    maker: "create",
    chain: /^(json|text)$/,
  },
  // $fetch(url, { method, body, headers }), ofetch.create({ baseURL, headers })
  ofetch: { options: /^(method|baseURL|headers|body)$/, base: "baseURL", maker: "create" },
  // request(url, { method, body, headers })
  undici: { options: /^(method|headers|body)$/ },
  // superagent.post(url).set(name, value).set({ … }).send(body): which methods it understands, it asks itself
  superagent: { options: /^$/, chain: /^(?!(then|catch|finally|end|pipe)$)/ },
  "node:http": undefined,
  request: undefined,
};

/** What is known of the client that an identify is sent by; `undefined` for `fetch`, the SDK and unknown clients. */
export function knownClientOf(identify: IdentifyCall): KnownClient | undefined {
  const client = identify.reach === "rest" ? identify.client : "own";
  return client === "own" || client === "fetch" ? undefined : knownClient(client);
}

/** What is known of a client. */
export function knownClient(name: ClientName | undefined): KnownClient | undefined {
  return name && knownClients[name];
}
