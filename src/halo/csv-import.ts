/** The column that the CSV import matches users by. Source: importing and backfilling data. */
export const csvIdColumn = "external_id";
