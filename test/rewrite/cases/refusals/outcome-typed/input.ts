import { findUsers } from "./users.js";

interface Failure {
  id: string;
  status: number;
}

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };
const failures: Failure[] = [];
const names: string[] = [];
const untold = [];

for (const user of await findUsers()) {
  const body = JSON.stringify({
    user_id: user.id,
    traits: { name: user.name },
  });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) failures.push({ id: user.id, status: response.status });
}
for (const user of await findUsers()) {
  const body = JSON.stringify({
    user_id: user.id,
    traits: { name: user.name },
  });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) names.push(user.name);
}
for (const user of await findUsers()) {
  const body = JSON.stringify({
    user_id: user.id,
    traits: { name: user.name },
  });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) untold.push(user.id);
}
console.log(failures, names, untold);
