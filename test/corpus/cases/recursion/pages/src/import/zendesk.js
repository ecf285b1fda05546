export async function importPage(zendesk, url = "/api/v2/users.json") {
  const { users, next_page: next } = await zendesk.get(url);
  users.forEach((user) => ha.identify(user.external_id, { name: user.name }));
  if (next) await importPage(zendesk, next);
}
