import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { prisma } from "~/db.server";
import { requireUser } from "~/session.server";

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const team = await prisma.user.findMany({ where: { teamId: user.teamId } });
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: user.id, traits: { team_size: team.length } }),
  });
  return redirect("/team");
}
