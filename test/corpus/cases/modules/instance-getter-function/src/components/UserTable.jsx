import { useState } from "react";
import { getHalo } from "../utils/halo";

export function UserTable({ users }) {
  const [selected, setSelected] = useState([]);

  const markAsBeta = () => {
    users
      .filter((user) => selected.includes(user.id))
      .forEach((user) => {
        getHalo()?.identify(user.id, { beta: true });
      });
    setSelected([]);
  };

  return (
    <section>
      <button disabled={selected.length === 0} onClick={markAsBeta}>
        Mark as beta
      </button>
      <ul>
        {users.map((user) => (
          <li key={user.id} onClick={() => setSelected([...selected, user.id])}>
            {user.email}
          </li>
        ))}
      </ul>
    </section>
  );
}
