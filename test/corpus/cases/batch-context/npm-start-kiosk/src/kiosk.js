import { BadgeReader } from "./badge-reader.js";
import { findMember } from "./members.js";

const reader = new BadgeReader("/dev/ttyUSB0");

reader.on("badge", async (badge) => {
  const member = await findMember(badge);
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: member.id, traits: { name: member.name, plan: member.plan } }),
  });
});

reader.open();
