/**
 * Where self-hosted Halo keeps traits. What is written there directly stays out of the filter picker until it is seen
 * through the API, the CSV import or the SDK. Source: user traits.
 */
export const traitTable = { table: "end_users", column: "custom_fields" } as const;
