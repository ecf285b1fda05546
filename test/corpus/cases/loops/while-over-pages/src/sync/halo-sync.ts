import { crm } from "./crm-client";

const endpoint = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;

export async function syncContacts() {
  let cursor: string | undefined;
  do {
    const page = await crm.contacts.list({ limit: 100, after: cursor });
    for (const contact of page.results) {
      await fetch(endpoint, {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_KEY}`, "Content-Type": "application/json" },
        body: JSON.stringify({
          user_id: contact.properties.app_user_id,
          traits: { role: contact.properties.jobtitle },
        }),
      });
    }
    cursor = page.paging?.next?.after;
  } while (cursor);
}
