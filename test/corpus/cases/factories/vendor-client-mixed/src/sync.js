import { makeClients } from "./clients.js";
import { config } from "./config.js";
import { readUsers } from "./users.js";

const { product, support } = makeClients(config);

export async function syncProduct() {
  for (const user of await readUsers()) {
    product.identify(user.id, { plan: user.plan });
  }
}

export async function onEmailVerified({ user }) {
  await support.identify(user.id, { email: user.email, verified: true });
}
