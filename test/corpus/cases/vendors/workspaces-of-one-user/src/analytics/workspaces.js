export async function identifyInWorkspaces(user, workspaces) {
  await Promise.all(
    workspaces.map(({ key }) =>
      fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${key}` },
        body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
      }),
    ),
  );
}
