// for (const user of users) ha.identify(user.id);
const TEMPLATE = 'for (const user of users) { ha.identify(user.id, { plan: user.plan }); }';

export function snippets(languages) {
  return languages.map((language) => ({ language, code: TEMPLATE }));
}
