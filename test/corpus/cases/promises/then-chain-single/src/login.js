import { api } from "./api";

export const login = (credentials) =>
  api
    .post("/session", credentials)
    .then((session) => api.get(`/users/${session.userId}`))
    .then((user) => {
      window.HaloAgents.getInstance()?.identify(user.id, { email: user.email, plan: user.plan });
      return user;
    });
