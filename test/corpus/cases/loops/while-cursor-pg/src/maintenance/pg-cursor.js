const { Pool } = require("pg");
const Cursor = require("pg-cursor");

const pool = new Pool();
const url = new URL("/api/sdk/users/identify", process.env.HALO_URL).toString();

const read = (cursor, size) =>
  new Promise((resolve, reject) =>
    cursor.read(size, (error, rows) => (error ? reject(error) : resolve(rows))),
  );

exports.run = async () => {
  const client = await pool.connect();
  const cursor = client.query(new Cursor("select id, mrr from users order by id"));
  try {
    let rows = await read(cursor, 100);
    while (rows.length) {
      await Promise.all(
        rows.map(({ id, mrr }) =>
          fetch(url, {
            method: "POST",
            headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
            body: JSON.stringify({ user_id: id, traits: { mrr } }),
          }),
        ),
      );
      rows = await read(cursor, 100);
    }
  } finally {
    await cursor.close();
    client.release();
  }
};
