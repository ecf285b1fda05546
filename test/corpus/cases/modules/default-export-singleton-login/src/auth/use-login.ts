import { useMutation } from "@tanstack/react-query";
import halo from "../lib/halo";
import { api } from "../lib/api";

interface Credentials {
  email: string;
  password: string;
}

export function useLogin() {
  return useMutation({
    mutationFn: (credentials: Credentials) => api.post("/login", credentials),
    onSuccess({ user, memberships }) {
      halo.identify(user.id, { email: user.email, name: user.name, role: user.role });
      for (const membership of memberships) {
        halo.identifyCompany(membership.companyId, { plan: membership.plan });
      }
    },
  });
}
