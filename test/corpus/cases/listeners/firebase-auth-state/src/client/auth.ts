import { getAuth, onAuthStateChanged } from "firebase/auth";

onAuthStateChanged(getAuth(), (user) => {
  if (!user) return;
  window.HaloAgents.getInstance()?.identify(user.uid, {
    email: user.email ?? undefined,
    name: user.displayName ?? undefined,
  });
});
