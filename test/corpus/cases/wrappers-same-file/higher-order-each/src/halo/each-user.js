async function eachUser(db, visit) {
  let page = 0;
  for (;;) {
    const users = await db.page(page++);
    if (!users.length) return;
    for (const user of users) await visit(user);
  }
}

export const backfill = (db) => eachUser(db, (user) => ha.identify(user.id, { plan: user.plan }));
