/** The most users that one update call takes. Source: API reference, users/update. */
export const maxUsersPerUpdate = 1000;

/** The batch size that the backfill guide uses, and so do the rewrites. Source: importing and backfilling data. */
export const usersPerBatch = 500;

/** The most bytes that traits and context of one identify call may take together. Source: API reference, users. */
export const maxIdentifyBytes = 20_000;
