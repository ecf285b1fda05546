import { db } from "../db.js";

export const trials = {
  expiringWithin: (days: number) =>
    db.trial.findMany({ where: { endsAt: { lt: new Date(Date.now() + days * 864e5) } } }),
};
