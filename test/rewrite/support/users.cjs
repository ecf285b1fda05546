// The users of the programs under test: as many as USER_COUNT says, of the world that USER_WORLD names, the same ones in
// every run.
const process = require("node:process");

const count = Number(process.env.USER_COUNT ?? 3);
const names = [
  "Ana Souza",
  "Zoë Ångström",
  "李小龙",
  'O\'Brien "Bo"',
  "Fox 🦊 & Söhne",
  "Line\nBreak",
];
const plans = ["free", "pro", "enterprise"];
const pageSize = 200;

const idOf = (index) => `user_${String(index).padStart(4, "0")}`;

/** Values that are easily changed on their way: by a copy, by a second JSON.stringify, or by what looks at them first. */
const oddities = [
  { name: "👩\u200D👩\u200D👧 \u202Eمرحبا e\u0301", role: "شريك" },
  { email: undefined, mrr: undefined, role: undefined },
  { email: null, mrr: null, plan: null, role: null },
  { mrr: "9007199254740993", name: "12345678901234567890" },
  { mrr: new Date(0), role: new Date(Date.UTC(9999, 11, 31)) },
  { email: "", name: " \u2028 \\ \" ' ` ${name} \u0001", role: "" },
  { mrr: -0, name: "null", role: "undefined" },
  { mrr: Infinity, role: { toJSON: () => "a role that says itself" } },
];
const oddIds = [" two words ", "42", "null", "a/b?c=d#e", "ÄÖ\u0308 🦊"];

const worlds = {
  plain: (user) => user,
  odd: (user, index) => ({
    ...user,
    ...oddities[index % oddities.length],
    ...(index % 3 === 1 ? { id: `${oddIds[index % oddIds.length]}${index}` } : {}),
  }),
  // Two of three are somebody who came before, just now or hundreds of users ago.
  repeated: (user, index) => ({
    ...user,
    ...(index % 3 > 0 ? { id: idOf(index % 3 === 1 ? index - 1 : index >> 1) } : {}),
  }),
  // As much as identify takes for one user.
  large: (user) => ({ ...user, name: user.name.padEnd(19_800, "x") }),
  // The 41st ends every program that reads a member of what is missing.
  broken: (user, index) =>
    index === 40 ? { ...user, company: null, name: null, signedUpAt: new Date(NaN) } : user,
};
const inWorld = worlds[process.env.USER_WORLD ?? "plain"];

const users = Array.from({ length: count }, (_, index) => ({
  id: idOf(index),
  name: `${names[index % names.length]} ${index}`,
  email: index % 7 === 3 ? null : `person${index}@example.com`,
  plan: plans[index % plans.length],
  role: index % 5 === 2 ? undefined : "member",
  mrr: index % 4 === 1 ? null : index * 1.5,
  signedUpAt: new Date(Date.UTC(2020, 0, 1 + index)),
  company: { name: `Company ${index % 10}`, seats: (index % 10) + 1 },
  deletedAt: index % 11 === 10 ? new Date(Date.UTC(2025, 0, 1)) : null,
})).map(inWorld);

exports.users = users;
exports.userIds = users.map(({ id }) => id);
exports.usersById = Object.fromEntries(users.map((user) => [user.id, user]));
exports.userMap = new Map(users.map((user) => [user.id, user]));
exports.userSet = new Set(users);
exports.findUsers = async () => users;
exports.findUser = async (id) => users.find((user) => user.id === id);
exports.findUserPage = async (cursor) => {
  const start = Number(cursor ?? 0);
  const end = start + pageSize;
  return { users: users.slice(start, end), next: end < count ? String(end) : null };
};
exports.streamUsers = async function* () {
  yield* users;
};
