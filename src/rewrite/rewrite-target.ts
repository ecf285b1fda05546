/**
 * What rewritten code does with its users:
 *
 * - `update`: sends traits of users that Halo knows to users/update, with `update_only`;
 * - `import`: sends users that Halo may not know yet, without `update_only`, so that they are created;
 * - `csv`: writes a file for the CSV import in Halo's dashboard, for workspaces without an Identity Secret.
 */
export type RewriteTarget = "csv" | "import" | "update";
