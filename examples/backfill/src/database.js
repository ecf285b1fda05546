import { PGlite } from "@electric-sql/pglite";

/** Opens the application's database: PostgreSQL, embedded, in a folder of files. */
export function openDatabase() {
  return PGlite.create(process.env.DATABASE_FOLDER ?? "data");
}
