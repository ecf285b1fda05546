import { currentUser } from "../session";

const MAX_TRIES = 40;

export function identifyWhenReady() {
  let tries = 0;
  const timer = setInterval(() => {
    tries += 1;
    if (tries > MAX_TRIES) {
      clearInterval(timer);
      console.warn("Halo was blocked");
      return;
    }
    const ha = window.HaloAgents?.getInstance();
    if (!ha) return;
    clearInterval(timer);
    const user = currentUser();
    ha.identify(user.id, { email: user.email, plan: user.plan });
  }, 250);
}
