import { loadUsers, type User } from "../users";

const CHUNK = 50;

export async function reindex(): Promise<void> {
  const users: User[] = await loadUsers();
  for (let offset = 0; offset < users.length; offset += CHUNK) {
    const chunk = users.slice(offset, offset + CHUNK);
    await Promise.all(
      chunk.map((user) =>
        fetch("https://api.haloagents.ai/api/sdk/users/identify", {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY ?? ""}` },
          body: JSON.stringify({ user_id: user.id, traits: { locale: user.locale } }),
        }),
      ),
    );
  }
}
