import { useHaloInstance } from "./use-halo-instance";

const ha = window.HaloAgents.getInstance();

function Row({ user, onSaved }) {
  const halo = useHaloInstance() ?? ha;

  async function save(event) {
    event.preventDefault();
    const name = new FormData(event.target).get("name");
    await fetch(`/api/users/${user.id}`, { method: "PATCH", body: JSON.stringify({ name }) });
    ha.identify(user.id, { name });
    onSaved(user.id);
  }

  return (
    <form onSubmit={save} data-ready={Boolean(halo)}>
      <input name="name" defaultValue={user.name} />
    </form>
  );
}

export const Rows = ({ users, onSaved }) =>
  users.map((user) => <Row key={user.id} user={user} onSaved={onSaved} />);
