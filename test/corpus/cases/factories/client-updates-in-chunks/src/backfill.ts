import { chunk } from "lodash-es";
import { createHalo } from "./integrations/halo.js";
import { updateToken } from "./token.js";
import { allUsers } from "./users.js";

const halo = createHalo(process.env.HALO_API_KEY ?? "");

export async function backfill() {
  for (const users of chunk(await allUsers(), 500)) {
    await halo.update(
      users.map(({ id, plan }) => ({ user_id: id, traits: { plan } })),
      updateToken(),
    );
  }
}

export async function onSignUp(user: { id: string; email: string }) {
  await halo.identify(user.id, { email: user.email });
}
