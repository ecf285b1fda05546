import { post } from "./http.js";

export const identify = (id, traits) => post("/api/sdk/users/identify", { user_id: id, traits });
