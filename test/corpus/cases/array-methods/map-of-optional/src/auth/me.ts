import { Maybe } from "purify-ts";
import { currentSession } from "./session";

export function announce(): void {
  Maybe.fromNullable(currentSession()).map((session) =>
    HaloAgents.getInstance()?.identify(session.userId, { email: session.email }),
  );
}
