import { findUserPage } from "./users.js";

export async function eachPage(onPage, cursor) {
  const { users, next } = await findUserPage(cursor);
  await onPage(users);
  if (next) await eachPage(onPage, next);
}
