export function Rows({ users }) {
  return users.map((user) => {
    HaloAgents.getInstance().identify(user.id, { plan: user.plan });
    return <tr key={user.id}><td>{user.name}</td></tr>;
  });
}
