import { Router } from "express";
import { withTransaction } from "../db/transaction.js";
import { halo } from "../halo.js";

export const register = Router().post("/register", async (req, res) => {
  const user = await withTransaction(async (client) => {
    const { rows } = await client.query("INSERT INTO users(email) VALUES ($1) RETURNING *", [
      req.body.email,
    ]);
    await halo.identify(rows[0].id, { email: rows[0].email });
    return rows[0];
  });
  res.status(201).json(user);
});
