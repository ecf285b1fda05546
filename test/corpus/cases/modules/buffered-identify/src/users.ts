import { db } from "./db.js";

export async function* activeUsers() {
  yield* db.selectFrom("users").selectAll().where("active", "=", true).stream();
}
