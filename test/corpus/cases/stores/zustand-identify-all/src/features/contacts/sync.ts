import { useHaloStore } from "../../stores/halo";
import { contactsApi } from "./api";

export async function syncContacts(listId: string) {
  const contacts = await contactsApi.inList(listId);
  const { identify } = useHaloStore.getState();
  for (const contact of contacts) {
    identify(contact.id, { list: listId, email: contact.email });
  }
}
