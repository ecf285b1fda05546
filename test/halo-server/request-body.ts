import { Rejection } from "./rejection.js";

/** An object as `JSON.parse` gives it. */
export type JsonObject = Record<string, unknown>;

/** The one JSON object that a request's body must hold, or `undefined` if it does not. */
export function parseBody(text: string): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isJsonObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Tells objects from everything else that JSON can hold. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The `user_id` of an identify body, or of one user of an update body. */
export function userIdOf({ user_id: userId }: JsonObject): string {
  if (typeof userId === "string" && userId !== "") return userId;
  throw new Rejection(400, "user_id must be a non-empty string.");
}
