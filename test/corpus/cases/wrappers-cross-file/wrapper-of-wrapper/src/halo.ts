import { post } from "./http.js";

export const identify = (id: string, traits: object) =>
  post("/api/sdk/users/identify", { user_id: id, traits });
