import { syncBilling } from "./billing.js";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
const users = await findUsers();

async function push(user) {
  const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
  return fetch(url, { method: "POST", headers, body });
}

const values = await Promise.allSettled(users.map((user) => push(user)));
console.log(values.filter(({ value }) => value?.ok).length);

const handedOn = await Promise.allSettled(users.map((user) => push(user)));
console.log(handedOn);

const taken = await Promise.allSettled(users.map((user) => push(user)));
console.log(taken.filter(({ status }) => status === "fulfilled"));

let assigned = await Promise.allSettled(users.map((user) => push(user)));
if (users.length === 0) assigned = [];
console.log(assigned.length);

// Other work that may be what is rejected.
const mixed = await Promise.allSettled(
  users.map(async (user) => {
    await syncBilling(user);
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    await fetch(url, { method: "POST", headers, body });
  }),
);
console.log(mixed.filter(({ status }) => status === "rejected").length);

const noted = await Promise.allSettled(
  users.map(async (user) => {
    const body = JSON.stringify({ user_id: user.id, traits: { name: user.name } });
    const response = await fetch(url, { method: "POST", headers, body });
    if (!response.ok) console.error(user.id);
  }),
);
console.log(noted.filter(({ status }) => status === "rejected").length);

// Traits that may be what is rejected.
const made = await Promise.allSettled(
  users.map((user) =>
    fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name.trim() } }),
    }),
  ),
);
console.log(made.filter(({ status }) => status === "rejected").length);
