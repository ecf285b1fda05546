import { identifyPath, updatePath } from "../../src/halo/endpoints.js";
import { maxUsersPerUpdate } from "../../src/halo/limits.js";
import type { HaloDatabase, UserTraits } from "./database.js";
import { Rejection } from "./rejection.js";
import { isJsonObject, userIdOf, type JsonObject } from "./request-body.js";
import { checkUpdateToken, checkUserToken } from "./token-check.js";
import { refuseOversize, refuseReservedKeys, traitsOf } from "./traits-check.js";

/** What both routes need to know of the workspace. */
export interface Workspace {
  /** The publishable widget key that callers must send. */
  apiKey: string;
  database: HaloDatabase;
  identitySecret: string | null;
  /** Whether identify must carry a per-user token. */
  enforceIdentity: boolean;
  now: () => Date;
}

/** Answers a parsed body with the body of a 200, or throws a `Rejection`. */
export type Route = (body: JsonObject, workspace: Workspace) => Promise<JsonObject>;

/** The two routes that look alike. */
export const routes: ReadonlyMap<string, Route> = new Map([
  [identifyPath, identify],
  [updatePath, update],
]);

/** How many users a body speaks of, whether or not it will be accepted. */
export function usersIn(body: JsonObject): number {
  if (Array.isArray(body["users"])) return body["users"].length;
  return "user_id" in body ? 1 : 0;
}

async function identify(body: JsonObject, workspace: Workspace): Promise<JsonObject> {
  const userId = userIdOf(body);
  const traits = body["traits"] === undefined ? {} : traitsOf(body);
  refuseReservedKeys([traits]);
  refuseOversize(traits, body["context"]);
  const tokenVerified = await checkIdentity(userId, body["user_token"], workspace);
  const at = workspace.now();
  await workspace.database.identify({ user_id: userId, traits, tokenVerified, at });
  // The fields of the answer are not documented, so there are none to rely on.
  return {};
}

/** Gives whether a token proved who the user is; it may be absent unless the workspace enforces it. */
async function checkIdentity(
  userId: string,
  token: unknown,
  { identitySecret, enforceIdentity, now }: Workspace,
): Promise<boolean> {
  if (token === undefined && !enforceIdentity) return false;
  if (identitySecret === null) {
    throw new Rejection(401, "user_token cannot be verified: no Identity Secret is set up.");
  }
  await checkUserToken({ token, identitySecret, now: now() }, userId);
  return true;
}

async function update(body: JsonObject, workspace: Workspace): Promise<JsonObject> {
  const { database, identitySecret, now } = workspace;
  if (identitySecret === null) {
    // The status is not documented. Not 404, so that a test can tell this from a wrong path.
    throw new Rejection(403, "Not available: no Identity Secret is set up. Use the CSV import.");
  }
  await checkUpdateToken({ token: body["user_token"], identitySecret, now: now() });
  // All is checked before anything is applied. Errors of single users are not documented, so one bad
  // user makes the whole call a bad request.
  const updateOnly = updateOnlyOf(body);
  const users = usersOf(body);
  refuseReservedKeys(users.map(({ traits }) => traits));
  return { skipped: await database.update(users, updateOnly, now()) };
}

function updateOnlyOf({ update_only: updateOnly = false }: JsonObject): boolean {
  if (typeof updateOnly === "boolean") return updateOnly;
  // "true" taken for false would create contacts; what Halo does with it is not documented.
  throw new Rejection(400, "update_only must be a boolean.");
}

function usersOf(body: JsonObject): UserTraits[] {
  const { users } = body;
  if (users === undefined) return [userOf(body)];
  if (!Array.isArray(users) || "user_id" in body) {
    throw new Rejection(400, "Send either users, an array, or one user_id with its traits.");
  }
  if (users.length > maxUsersPerUpdate) {
    throw new Rejection(400, `${users.length} users, more than the ${maxUsersPerUpdate} allowed.`);
  }
  return users.map(userOf);
}

function userOf(user: unknown): UserTraits {
  if (!isJsonObject(user)) throw new Rejection(400, "Each of users must be an object.");
  return { user_id: userIdOf(user), traits: traitsOf(user) };
}
