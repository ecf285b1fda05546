import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { getMembers } from "~/models/team.server";

export async function loader({ params }: LoaderFunctionArgs) {
  const members = await getMembers(params.team);
  await Promise.all(
    members.map((member) =>
      fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: member.id, traits: { role: member.role } }),
      }),
    ),
  );
  return json({ members });
}
