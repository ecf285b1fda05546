export async function identifyAll(users) {
  const failed = users.filter((user) => {
    try {
      HaloAgents.getInstance().identify(user.id, { email: user.email });
      return false;
    } catch {
      return true;
    }
  });
  return failed;
}
