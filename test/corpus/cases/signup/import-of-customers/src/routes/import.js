import { parse } from "csv-parse/sync";

export async function importContacts(req, res) {
  const rows = parse(req.file.buffer, { columns: true });
  const ids = [];
  for (const row of rows) {
    const contact = await req.db.contacts.insert(row);
    HaloAgents.getInstance().identify(contact.id, { email: row.email });
    ids.push(contact.id);
  }
  res.json({ ids });
}
