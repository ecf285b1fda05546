/** What Halo is told of a user. */
export function toTraits(user) {
  return { email: user.email, plan: user.plan };
}

export default function seatsOf(user) {
  return user.company?.seats ?? 0;
}
