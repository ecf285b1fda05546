interface Member {
  id: string;
  email: string;
}

const url = "https://api.haloagents.ai/api/sdk/users/identify";

export function syncSequentially(members: Member[]): Promise<unknown> {
  return members.reduce<Promise<unknown>>(
    (previous, member) =>
      previous.then(() =>
        fetch(url, {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: member.id, traits: { email: member.email } }),
        }),
      ),
    Promise.resolve(),
  );
}
