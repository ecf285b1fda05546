import rule from "../../rules/no-direct-trait-write.js";
import { inProject, ruleTester } from "./rule-tester.js";

const writes = (line: number, column: number) => ({ messageId: "writes" as const, line, column });

ruleTester.run("no-direct-trait-write", rule, {
  valid: [
    { name: "a file without the table", code: "await db.query('UPDATE users SET plan = 1');" },
    {
      name: "reading",
      code: `await db.query("SELECT id, custom_fields FROM end_users WHERE custom_fields->>'plan' = 'pro'");
await db.query("CREATE VIEW plans AS SELECT custom_fields FROM end_users");`,
    },
    {
      name: "other columns of the table",
      code: `await db.query("UPDATE end_users SET name = $1 WHERE custom_fields->>'plan' = 'pro'");
await db.query("INSERT INTO end_users (id, name) SELECT id, custom_fields->>'name' FROM imports");
await knex("end_users").where({ custom_fields: null }).update({ name });`,
    },
    {
      name: "the column in another table",
      code: `await db.query("UPDATE tickets SET custom_fields = $1 WHERE requester IN (SELECT id FROM end_users)");
await db.query("UPDATE old_end_users SET custom_fields = $1");
await db.query("UPDATE end_users_copy SET custom_fields = $1");
await knex("tickets").update({ custom_fields: "{}" });`,
    },
    {
      name: "a table that is not known",
      code: "await db.query(`UPDATE ${table} SET custom_fields = $1`); // end_users?",
    },
    {
      name: "in a comment or a text of SQL",
      code: `await db.query(\`-- UPDATE end_users SET custom_fields = 1
  SELECT 1 /* DELETE FROM end_users WHERE custom_fields IS NULL */\`);
await db.query("INSERT INTO audit (text) VALUES ('update end_users set custom_fields = 1')");`,
    },
    {
      name: "in a message",
      code: `console.error("update end_users set custom_fields = … failed");
throw new Error(\`UPDATE end_users SET custom_fields = \${value} failed\`);
const help = "Run an update of end_users: custom_fields = value";`,
    },
    {
      name: "a Map, a Set and a configuration",
      code: `endUsers.set("custom_fields", fields);
columns.set("end_users", { custom_fields: "jsonb" });`,
    },
    {
      name: "another product's client",
      code: "await zendesk.endUsers.update(id, { custom_fields: { plan } });",
    },
    {
      name: "Prisma, which reads",
      code: "await prisma.endUsers.findMany({ where: { custom_fields: { equals: {} } } });",
    },
    {
      name: "Prisma, which writes other columns",
      code: "await prisma.endUsers.update({ where: { custom_fields: {} }, data: { name } });",
    },
    {
      name: "a schema",
      code: `export const endUsers = pgTable("end_users", { id: text("id"), customFields: jsonb("custom_fields") });
await db.select().from(endUsers).where(eq(endUsers.customFields, {}));`,
    },
    {
      name: "a test",
      filename: inProject("test/seed.js"),
      code: 'await db.query("UPDATE end_users SET custom_fields = $1");',
    },
  ],
  invalid: [
    {
      name: "UPDATE",
      code: `await db.query("UPDATE end_users SET custom_fields = $1 WHERE id = $2", [traits, id]);`,
      errors: [{ ...writes(1, 16), endLine: 1, endColumn: 71 }],
    },
    {
      name: "names in quotes, several lines, comments",
      code: `await pool.query(\`
  -- plans of last month
  UPDATE ONLY "public"."end_users" AS u /* all of them */
  SET "name" = p.name,
      "custom_fields" = jsonb_set(u."custom_fields", '{plan}', to_jsonb(p.plan))
  FROM plans p
  WHERE p.user_id = u.external_id
\`);`,
      errors: [writes(1, 18)],
    },
    {
      name: "other ways to set the column",
      code: `db.query("update end_users set custom_fields['plan'] = '\\"pro\\"'");
db.query("UPDATE \`halo\`.\`end_users\` SET \`custom_fields\` = ?");
db.query("UPDATE end_users SET (name, custom_fields) = ($1, $2)");
db.query("WITH p AS (SELECT * FROM plans) UPDATE end_users SET custom_fields = p.fields FROM p");
db.query("BEGIN; UPDATE end_users SET custom_fields = '{}'; COMMIT");`,
      errors: [1, 2, 3, 4, 5].map((line) => writes(line, 10)),
    },
    {
      name: "INSERT, upsert, MERGE and COPY",
      code: `db.query("INSERT INTO end_users (id, custom_fields) VALUES ($1, $2)");
db.query("INSERT INTO end_users (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET custom_fields = excluded.custom_fields");
db.query("INSERT INTO end_users SELECT id, custom_fields FROM imports");
db.query("MERGE INTO end_users u USING imports i ON u.id = i.id WHEN MATCHED THEN UPDATE SET custom_fields = i.fields");
db.query("COPY end_users (id, custom_fields) FROM STDIN");`,
      errors: [1, 2, 3, 4, 5].map((line) => writes(line, 10)),
    },
    {
      name: "DELETE",
      code: `await db.query("DELETE FROM end_users WHERE custom_fields->>'plan' = 'free'");`,
      errors: [{ messageId: "deletes", line: 1, column: 16 }],
    },
    {
      name: "texts that are put together",
      code: `const TABLE = "end_users";
const first = "UPDATE " + TABLE + " SET custom_fields = custom_fields || $1 " + "WHERE id = $2";
const second = ["UPDATE end_users", "SET custom_fields = $1"].join(" ");
const third = \`UPDATE \${TABLE} SET custom_fields = '\${JSON.stringify(traits)}'\`;`,
      errors: [writes(2, 15), writes(3, 16), writes(4, 15)],
    },
    {
      name: "tagged templates",
      code: `await sql\`update end_users set custom_fields = \${sql.json(traits)} where id = \${id}\`;
await prisma.$executeRaw\`UPDATE end_users SET custom_fields = \${traits}::jsonb\`;
const query = Prisma.sql\`UPDATE end_users SET custom_fields = \${traits}\`;
await sql\`update end_users set \${sql({ custom_fields: traits }, "custom_fields")} where id = \${id}\`;
await sql\`insert into end_users \${sql(rows, "id", "custom_fields")}\`;
await db.execute(sql\`update \${endUsers} set \${endUsers.customFields} = \${traits}\`);`,
      errors: [
        writes(1, 7),
        writes(2, 7),
        writes(3, 15),
        writes(4, 7),
        writes(5, 7),
        writes(6, 18),
      ],
    },
    {
      name: "a migration",
      filename: inProject("migrations/1-plan.ts"),
      code: `export class Plan1 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`UPDATE "end_users" SET "custom_fields" = '{}'\` as string);
  }
}`,
      errors: [writes(3, 29)],
    },
    {
      name: "knex",
      code: `await knex("end_users").where({ id }).update({ custom_fields: traits });
await knex("public.end_users").update("custom_fields", traits);
const row = { id, custom_fields: traits };
await knex.insert([row]).into("end_users");
await knex("end_users").insert(row).onConflict("id").merge({ custom_fields: traits });
await knex("end_users").update({ custom_fields: knex.raw("jsonb_set(custom_fields, '{plan}', ?)", [plan]) });`,
      errors: [1, 2, 4, 5, 6].map((line) => writes(line, 7)),
    },
    {
      name: "kysely",
      code: `await db.updateTable("end_users").set({ custom_fields: traits }).where("id", "=", id).execute();
await db.updateTable("end_users").set((eb) => ({ custom_fields: eb.val(traits) })).execute();
await db.insertInto("end_users").values(rows.map((row) => ({ id: row.id, custom_fields: row.traits }))).execute();`,
      errors: [writes(1, 7), writes(2, 7), writes(3, 7)],
    },
    {
      name: "drizzle",
      code: `import { endUsers } from "./schema";
const contacts = pgTable("end_users", { customFields: jsonb("custom_fields") });
await db.update(endUsers).set({ customFields: traits }).where(eq(endUsers.id, id));
await db.insert(contacts).values({ id, customFields: traits }).onConflictDoUpdate({ target: contacts.id, set: { customFields: traits } });`,
      errors: [{ ...writes(3, 7), endLine: 3, endColumn: 56 }, writes(4, 7)],
    },
    {
      name: "Sequelize, TypeORM and Objection",
      code: `const EndUser = sequelize.define("EndUser", { customFields: DataTypes.JSONB }, { tableName: "end_users" });
await EndUser.update({ customFields: traits }, { where: { id } });
await queryInterface.bulkUpdate("end_users", { custom_fields: traits }, { id });
await dataSource.createQueryBuilder().update("end_users").set({ custom_fields: () => "'{}'" }).execute();
await dataSource.getRepository(EndUser).update(id, { customFields: traits });
await EndUser.query().findById(id).patch({ customFields: traits });`,
      errors: [2, 3, 4, 5, 6].map((line) => writes(line, 7)),
    },
    {
      name: "Prisma",
      code: `await prisma.endUsers.update({ where: { id }, data: { custom_fields: traits } });
await prisma.end_users?.updateMany({ data: { ["custom_fields"]: traits } });
await tx.endUser.upsert({ where: { id }, create: { id, customFields: traits }, update: {} });`,
      errors: [writes(1, 7), writes(2, 7), writes(3, 7)],
    },
    {
      name: "Supabase",
      code: `const values = { custom_fields: traits } satisfies EndUserUpdate;
await supabase.from("end_users").update(values).eq("id", id);
await supabase.schema("halo").from("end_users").upsert([{ id, ...values }]);`,
      errors: [writes(2, 7), writes(3, 7)],
    },
  ],
});
