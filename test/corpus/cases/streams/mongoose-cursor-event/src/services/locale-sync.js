import { Account } from "../models/account.js";

const ha = HaloAgents.init({ orgId: process.env.HALO_ORG, apiKey: process.env.HALO_API_KEY });

export function syncLocales(done) {
  const cursor = Account.find({ locale: { $exists: true } })
    .select("userId locale timezone")
    .lean()
    .cursor({ batchSize: 100 });

  cursor.on("data", ({ userId, locale, timezone }) => {
    ha.identify(userId, { locale, timezone });
  });
  cursor.on("error", done);
  cursor.on("end", () => done(null));
}
