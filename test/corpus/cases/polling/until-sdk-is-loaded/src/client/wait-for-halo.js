export function identifyWhenReady(user) {
  const timer = setInterval(() => {
    const ha = window.HaloAgents?.getInstance();
    if (!ha) return;
    clearInterval(timer);
    ha.identify(user.id, { email: user.email, name: user.name });
  }, 100);
}
