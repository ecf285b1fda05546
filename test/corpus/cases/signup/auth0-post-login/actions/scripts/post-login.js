exports.onExecutePostLogin = async (event, api) => {
  await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
    method: "POST",
    headers: { Authorization: `Bearer ${event.secrets.HALO_API_KEY}` },
    body: JSON.stringify({ user_id: event.user.user_id, traits: { email: event.user.email } }),
  });
  api.user.setAppMetadata("halo", true);
};
