import { streamUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = {
  "Content-Type": "application/json",
  Authorization: `Bearer ${process.env.HALO_API_KEY}`,
};
let sent = 0;

for await (const user of streamUsers()) {
  const body = JSON.stringify({ user_id: user.id, traits: { plan: user.plan } });
  const { status } = await fetch(url, { method: "POST", headers, body });
  if (status >= 200 && status < 300) sent += 1;
}
process.exitCode = sent === Number(process.env.USER_COUNT) ? 0 : 3;
