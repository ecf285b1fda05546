import { jwtVerify, type JWTPayload } from "jose";
import { updateToken } from "../../src/halo/update-token.js";
import { Rejection } from "./rejection.js";

/** What a token is checked against. */
export interface TokenCheck {
  token: unknown;
  identitySecret: string;
  now: Date;
}

/** Refuses (401) anything but the org-scoped, short-lived token that an update call must carry. */
export async function checkUpdateToken(check: TokenCheck): Promise<void> {
  const claims = await verify(check);
  if (claims["scope"] !== updateToken.scope) {
    throw new Rejection(401, `user_token must have the scope ${updateToken.scope}.`);
  }
  if ("user_id" in claims) {
    throw new Rejection(401, "user_token of an update is org-scoped: it must not have a user_id.");
  }
  const latest = Math.floor(check.now.getTime() / 1000) + updateToken.maxAgeSeconds;
  if (claims.exp === undefined || claims.exp > latest) {
    throw new Rejection(401, "user_token must have an exp, no more than one hour out.");
  }
}

/** Refuses (401) a per-user token that was not signed for this very user. */
export async function checkUserToken(check: TokenCheck, userId: string): Promise<void> {
  const claims = await verify(check);
  if (claims["user_id"] !== userId) {
    throw new Rejection(401, "user_token was signed for another user_id.");
  }
}

async function verify({ token, identitySecret, now }: TokenCheck): Promise<JWTPayload> {
  if (typeof token !== "string") throw new Rejection(401, "user_token is missing.");
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(identitySecret), {
      algorithms: [updateToken.algorithm],
      currentDate: now,
    });
    return payload;
  } catch (error) {
    throw new Rejection(401, `user_token is not valid: ${String(error)}`);
  }
}
