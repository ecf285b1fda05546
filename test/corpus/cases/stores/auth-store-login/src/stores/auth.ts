import { create } from "zustand";
import { halo } from "../lib/halo";

export const useAuth = create((set) => ({
  user: null,
  permissions: {},
  async login(email, password) {
    const response = await fetch("/api/login", {
      method: "POST",
      body: JSON.stringify({ email, password }),
    });
    const { user, roles } = await response.json();
    const permissions = {};
    for (const role of roles) {
      role.permissions.forEach((permission) => {
        permissions[permission] = true;
      });
    }
    halo.identify(user.id, { email: user.email, role: roles[0]?.name });
    set({ user, permissions });
  },
}));
