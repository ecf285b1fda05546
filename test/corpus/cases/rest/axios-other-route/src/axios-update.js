import axios from "axios";
import { userToken } from "./token.js";

const halo = axios.create({ baseURL: "https://api.haloagents.ai" });

export async function push(batches) {
  for (const users of batches) {
    await halo.post("/api/sdk/users/update", { user_token: userToken(), update_only: true, users });
  }
}
