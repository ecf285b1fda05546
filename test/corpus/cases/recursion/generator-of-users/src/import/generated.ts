import { api } from "./api";

async function* allUsers() {
  for (let page = 1; ; page++) {
    const users = await api.users(page);
    if (users.length === 0) return;
    yield* users;
  }
}

export async function run() {
  const ha = HaloAgents.getInstance();
  for await (const user of allUsers()) {
    ha?.identify(user.id, { country: user.country });
  }
}
