/** The address of the update route. */
export const updateUrl = "https://api.haloagents.ai/api/sdk/users/update";

/** A request to the update route, by fetch, with users of the given code. */
export function updateRequest(users: string): string {
  return `fetch("${updateUrl}", { method: "POST", headers, body: JSON.stringify({ user_token: token(), update_only: true, users: ${users} }) })`;
}
