const { findUserPage } = require("./users.js");

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};

async function main() {
  const failures = [];
  let remaining = Number(process.env.USER_COUNT);
  let cursor = null;
  do {
    const { users, next } = await findUserPage(cursor);
    for (const user of users) {
      const body = JSON.stringify({ user_id: user.id, traits: { plan: user.plan } });
      const response = await fetch(url, { method: "POST", headers, body });
      if (!response.ok) {
        failures.push({ id: user.id, status: response.status });
        continue;
      }
      remaining--;
    }
    cursor = next;
  } while (cursor);
  for (const { id, status } of failures) console.error(id, status, remaining);
}

main();
