import jwt from "jsonwebtoken";

export const signUpdateToken = () =>
  jwt.sign({ scope: "users.update" }, process.env.HALO_IDENTITY_SECRET!, { expiresIn: "5m" });
