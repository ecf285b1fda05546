import { PlantClient } from "./plant-client.js";

const client = new PlantClient({ model: "flora-3" });
const ha = window.HaloAgents.init({ orgId: "org_2", apiKey: "ab_live_2" });

export async function identifyPhotos(photos) {
  const names = new Map();
  for (const photo of photos) {
    const { species, confidence } = await client.identify(photo.id, { crop: photo.crop });
    if (confidence > 0.8) names.set(photo.id, species);
  }
  return names;
}

export function onLogin(user) {
  ha.identify(user.id, { email: user.email });
}
