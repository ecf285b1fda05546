import pMap from "p-map";
import { customerio, posthog } from "./vendors.mjs";

export function identifyEverywhere(user) {
  const sinks = [
    () => posthog.identify({ distinctId: user.id }),
    () => customerio.identify(user.id, { email: user.email }),
    () => HaloAgents.getInstance().identify(user.id, { email: user.email }),
  ];
  return pMap(sinks, (sink) => sink());
}
