import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { createGzip } from "node:zlib";

interface Contact {
  external_id: string;
  email: string;
  plan: string;
}

const HALO_API = process.env.HALO_API ?? "https://api.haloagents.ai";

export async function importContacts(file: string, report: NodeJS.WritableStream) {
  const identify = new Transform({
    objectMode: true,
    async transform(contact: Contact, _encoding, callback) {
      try {
        const response = await fetch(`${HALO_API}/api/sdk/users/identify`, {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: contact.external_id, traits: { plan: contact.plan } }),
        });
        callback(null, `${contact.external_id},${response.status}\n`);
      } catch (error) {
        callback(error as Error);
      }
    },
  });

  await pipeline(createReadStream(file), parse({ columns: true }), identify, createGzip(), report);
}
