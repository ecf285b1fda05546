import axios from "axios";
import { findUsers } from "./users.js";

const url = `${process.env.HALO_BASE_URL}/api/sdk/users/identify`;
const headers = { Authorization: `Bearer ${process.env.HALO_API_KEY}` };

try {
  for (const user of await findUsers()) {
    await axios.post(url, { user_id: user.id, traits: { name: user.name } }, { headers });
  }
} catch (error) {
  console.error(error.response?.data ?? "failed");
  process.exitCode = 1;
}

for (const user of await findUsers()) {
  const body = { user_id: user.id, traits: { name: user.name } };
  const { data } = await axios.post(url, body, { headers });
  console.log(data);
}

for (const user of await findUsers()) {
  try {
    await axios.post(url, { user_id: user.id, traits: { name: user.name } }, { headers });
  } catch (error) {
    if (!axios.isAxiosError(error)) throw error;
  }
}

for (const user of await findUsers()) {
  const body = { user_id: user.id, traits: { name: user.name } };
  await axios.post(url, body, { headers }).catch((error) => console.error(error.response?.data));
}
