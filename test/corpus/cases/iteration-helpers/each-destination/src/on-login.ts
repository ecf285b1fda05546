import "./halo-destination.js";
import { eachDestination } from "./destinations.js";

export async function onLogin(user: { id: string; email: string; plan: string }) {
  await eachDestination((destination) =>
    destination.identify(user.id, { email: user.email, plan: user.plan }),
  );
}
