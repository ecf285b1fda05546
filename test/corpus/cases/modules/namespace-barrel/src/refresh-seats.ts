import { analytics } from "./index.js";
import { listAccounts } from "./accounts.js";

export async function refreshSeats(): Promise<void> {
  const accounts = await listAccounts({ status: "active" });
  const results = await Promise.allSettled(
    accounts.flatMap((account) =>
      account.users.map((user) => analytics.identifyUser(user.id, { seats: account.seats })),
    ),
  );
  const failed = results.filter((result) => result.status === "rejected").length;
  if (failed > 0) console.warn(`${failed} users were not refreshed`);
}
