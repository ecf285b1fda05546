import ky from "ky";

export const createHalo = (apiKey: string) => {
  const http = ky.create({
    prefixUrl: "https://api.haloagents.ai/api/sdk",
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return {
    identify: (user_id: string, traits: object) =>
      http.post("users/identify", { json: { user_id, traits } }),
    update: (users: object[], user_token: string) =>
      http.post("users/update", { json: { users, user_token, update_only: true } }),
  };
};
