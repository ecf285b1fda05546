import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";

const toHalo = new Writable({
  objectMode: true,
  async write(user, _encoding, done) {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { role: user.role } }),
    });
    done();
  },
});

await pipeline(createReadStream("users.csv"), parse({ columns: true }), toHalo);
