import axios from "axios";

const crm = axios.create({ baseURL: process.env.CRM_URL });
const halo = axios.create({ baseURL: "https://api.haloagents.ai/api/sdk" });

export async function pushToCrm(users) {
  for (const user of users) {
    await crm.post("/v2/contacts/identify", { user_id: user.id, traits: user.traits });
    await halo.post("/companies/identify", { company_id: user.companyId });
    await axios.post("https://api.rudderstack.com/v1/identify", { userId: user.id });
  }
}

export const identifyOnHalo = (user) =>
  halo.post("/users/identify", { user_id: user.id, traits: { email: user.email } });
