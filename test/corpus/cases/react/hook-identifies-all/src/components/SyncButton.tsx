import { useHalo } from "../hooks/useHalo";

export function SyncButton({ users }: { users: { id: string; plan: string }[] }) {
  const { identify } = useHalo();
  const onClick = () => {
    for (const user of users) identify(user.id, { plan: user.plan });
  };
  return <button onClick={onClick}>Sync all</button>;
}
