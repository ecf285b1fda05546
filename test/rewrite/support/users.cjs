// The users of the programs under test: as many as USER_COUNT says, the same ones in every run.
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

const users = Array.from({ length: count }, (_, index) => ({
  id: `user_${String(index).padStart(4, "0")}`,
  name: `${names[index % names.length]} ${index}`,
  email: index % 7 === 3 ? null : `person${index}@example.com`,
  plan: plans[index % plans.length],
  role: index % 5 === 2 ? undefined : "member",
  mrr: index % 4 === 1 ? null : index * 1.5,
  signedUpAt: new Date(Date.UTC(2020, 0, 1 + index)),
  company: { name: `Company ${index % 10}`, seats: (index % 10) + 1 },
  deletedAt: index % 11 === 10 ? new Date(Date.UTC(2025, 0, 1)) : null,
}));

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
