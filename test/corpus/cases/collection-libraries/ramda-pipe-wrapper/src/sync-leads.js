import * as R from "ramda";
import { readLeads } from "./leads.js";

const identifyLead = ({ id, score }) =>
  fetch(`${process.env.HALO_URL}/api/sdk/users/identify`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: id, traits: { lead_score: score } }),
  });

const isScored = R.where({ score: R.is(Number), id: R.complement(R.isNil) });

export async function syncLeads() {
  const leads = await readLeads();
  const scored = R.filter(isScored, leads);
  await Promise.all(R.map(identifyLead, scored));
  return scored.length;
}
