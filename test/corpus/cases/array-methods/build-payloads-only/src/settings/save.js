export function saveSettings(user, settings) {
  const traits = Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [`setting_${key}`, String(value)]),
  );
  HaloAgents.getInstance().identify(user.id, traits);
}
