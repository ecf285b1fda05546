// Halo did not know our customers' plans. This sends them, once, for everyone we have.
import { openDatabase } from "../src/database.js";

const pageSize = 250;
const identifyUrl = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

/** All users in the order of their ids, a page at a time, so that the table may be of any size. */
async function* usersByPage(database) {
  let lastId = "";
  for (;;) {
    const { rows } = await database.query(
      "select id, email, plan, mrr from users where id > $1 order by id limit $2",
      [lastId, pageSize],
    );
    if (rows.length === 0) return;
    yield* rows;
    lastId = rows.at(-1).id;
  }
}

async function backfill(database) {
  let sent = 0;
  for await (const user of usersByPage(database)) {
    const response = await fetch(identifyUrl, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        user_id: user.id,
        traits: { email: user.email, plan: user.plan, mrr: user.mrr },
      }),
    });
    if (!response.ok) throw new Error(`Halo answered ${response.status} for ${user.id}`);
    sent += 1;
  }
  return sent;
}

const database = await openDatabase();
console.log(`${await backfill(database)} users sent to Halo.`);
await database.close();
