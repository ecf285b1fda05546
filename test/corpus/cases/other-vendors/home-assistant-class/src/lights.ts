import { HomeAssistantClient } from "./home-assistant-client.js";

interface Light {
  entityId: string;
  room: string;
}

export async function blinkAll(ha: HomeAssistantClient, lights: Light[]): Promise<void> {
  await Promise.all(
    lights.map(async (light) => {
      await ha.turnOn(light.entityId);
      await ha.identify(light.entityId, { room: light.room });
    }),
  );
}

export async function main(): Promise<void> {
  const ha = await HomeAssistantClient.connect(process.env.HASS_URL ?? "http://hass.local");
  for (const light of await ha.lights()) ha.identify(light.entityId);
}
