import { SignJWT, type JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { identifyPath, updatePath } from "../../src/halo/endpoints.js";
import { updateToken } from "../../src/halo/update-token.js";
import type { UserRow } from "./database.js";
import type { JsonObject } from "./request-body.js";
import { startHaloServer, type HaloServer, type HaloServerOptions } from "./server.js";

/** The server's time in these tests, a whole second. */
export const now = new Date("2026-03-01T12:00:00Z");

/** `now` in the unit of a token's claims, moved by so many seconds. */
export const secondsFromNow = (seconds: number): number => now.getTime() / 1000 + seconds;

/** A Halo's answer. */
export interface Reply {
  status: number;
  body: JsonObject;
}

/** A Halo that is started once for the tests of a file and emptied before each. */
export class LocalHalo {
  #server: HaloServer | undefined;

  /** Call while tests are collected: it registers the hooks. */
  constructor(options: HaloServerOptions = {}) {
    beforeAll(async () => {
      this.#server = await startHaloServer({ identitySecret, now: () => now, ...options });
    }, 60_000);
    beforeEach(() => this.server.reset());
    afterAll(() => this.#server?.close());
  }

  get server(): HaloServer {
    if (this.#server === undefined) throw new Error("The server runs inside tests only.");
    return this.#server;
  }

  identify(body: unknown): Promise<Reply> {
    return this.post(identifyPath, JSON.stringify(body));
  }

  /** An update call with a good token, unless the body brings its own. */
  async update(body: JsonObject): Promise<Reply> {
    const token = await signToken({ scope: updateToken.scope, exp: secondsFromNow(300) });
    return this.post(updatePath, JSON.stringify({ user_token: token, ...body }));
  }

  /** A POST with the right headers, `headers` aside. */
  async post(path: string, body: string, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await fetch(this.server.url + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${this.server.apiKey}`,
        ...headers,
      },
      body,
    });
    // The local Halo answers everything with a JSON object.
    return { status: response.status, body: (await response.json()) as JsonObject };
  }

  /** The user with this id, who must be there. */
  async user(id: string): Promise<UserRow> {
    const user = (await this.server.users()).find(({ external_id }) => external_id === id);
    if (user === undefined) throw new Error(`Halo does not know ${id}.`);
    return user;
  }
}

/** The secret of a `LocalHalo` that was not given another. */
const identitySecret = "ha_secret_local";

/** Signs a token, as a back end would. */
export function signToken(
  claims: JWTPayload,
  { secret = identitySecret, alg = updateToken.algorithm }: { secret?: string; alg?: string } = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
}
