export const contactsApi = {
  async inList(listId: string): Promise<{ id: string; email: string }[]> {
    const response = await fetch(`/api/lists/${listId}/contacts`);
    return response.json();
  },
};
