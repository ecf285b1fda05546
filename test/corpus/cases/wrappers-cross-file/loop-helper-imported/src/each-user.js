export async function eachUser(db, visit) {
  for await (const user of db.stream("users")) {
    await visit(user);
  }
}
