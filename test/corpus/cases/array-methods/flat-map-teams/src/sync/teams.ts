import { teams } from "../db/teams";

export const syncTeams = async () => {
  const all = await teams.withMembers();
  await Promise.allSettled(
    all.flatMap((team) =>
      team.members.map(async (member) => {
        const body = { user_id: member.id, traits: { team: team.name, role: member.role } };
        return fetch("https://api.haloagents.ai/api/sdk/users/identify", {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify(body),
        });
      }),
    ),
  );
};
