import { HomeAssistant } from "./home-assistant.js";

const ha = new HomeAssistant("http://homeassistant.local:8123");

for (const light of await ha.lights()) {
  await ha.identify(light.entityId, { blink: true });
}
