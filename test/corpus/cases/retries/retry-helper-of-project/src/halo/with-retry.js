async function withRetry(task, times = 3) {
  for (let i = 0; i < times; i++) {
    try {
      return await task();
    } catch (error) {
      if (i === times - 1) throw error;
    }
  }
}

export function onLogin(user) {
  return withRetry(() => HaloAgents.getInstance().identify(user.id, { plan: user.plan }));
}
