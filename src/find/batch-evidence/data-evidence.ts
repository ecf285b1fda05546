import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { calleeName, type FunctionNode } from "../../source/syntax.js";
import { functionName } from "../values/function-name.js";
import type { EvidenceRow } from "./evidence.js";
import { firstParameterNames } from "./function-role.js";
import { loadedModules } from "./loaded-modules.js";
import { ownContents } from "./own-contents.js";

// What migrations are given: the database, or a builder of its schema.
const databaseParameters = /^(knex|trx|queryInterface|queryRunner|pgm|db|sql|schema)$/;

/** `exports.up = async (knex) => …`, `async up(queryInterface) { … }`, `up()` in `new Umzug({ migrations })` */
export const migration: EvidenceRow = {
  weight: 3,
  reason: "A migration runs over data that is there already.",
  find({ source, functions, calls }) {
    const isUmzug = calls.some(({ call }) => calleeName(call) === "Umzug");
    for (const fn of functions) {
      const name = functionName(fn, source);
      if (!/^(up|down|seed)$/.test(name)) continue;
      const isOfDatabase = firstParameterNames(fn).some((each) => databaseParameters.test(each));
      if (isUmzug || isOfDatabase || isInMigrationClass(fn))
        return `it is ${name}() of a migration`;
    }
    return undefined;
  },
};

/** `class Plan implements MigrationInterface`, `class Plan extends Migration`. */
function isInMigrationClass({ parent }: FunctionNode): boolean {
  return (
    parent.type === AST_NODE_TYPES.MethodDefinition &&
    basesOf(parent.parent.parent).some(
      (base) =>
        base?.type === AST_NODE_TYPES.Identifier && /Migration(Interface)?$/.test(base.name),
    )
  );
}

/** ESLint's own parser knows no interfaces: its classes have no list of them. */
function basesOf({ superClass, implements: interfaces = [] }: Bases): (TSESTree.Node | null)[] {
  return [superClass, ...interfaces.map(({ expression }) => expression)];
}

interface Bases {
  superClass: TSESTree.Node | null;
  implements?: readonly TSESTree.TSClassImplements[];
}

const frameworks =
  /^(umzug|node-pg-migrate|db-migrate|migrate-mongo|postgres-migrations|drizzle-seed|typeorm-extension|@mikro-orm\/(migrations|seeder)|@snaplet\/seed|drizzle-orm\/.+\/migrator)$/;

/** `import { Umzug } from "umzug"` */
export const migrationFramework: EvidenceRow = {
  weight: 3,
  reason: "A file that runs migrations or makes seed data does little else.",
  find({ source }) {
    const module = loadedModules(source).find((name) => frameworks.test(name));
    return module && `the file loads ${module}`;
  },
};

const bulkReads = new Set(
  "findMany findAll getMany getUserList listUsers listAllUsers selectAll toArray $queryRaw".split(
    " ",
  ),
);

/** `await prisma.user.findMany(…)` */
export const bulkRead: EvidenceRow = {
  // Handlers read lists too: another sign has to come with it.
  weight: 2,
  reason: "Code that reads many rows is more often about data than about the user who is here.",
  find({ source, functions }) {
    const owners = functions.length > 0 ? functions : [source.ast];
    const name = owners
      .flatMap((owner) => [...ownContents(owner).calls.keys()])
      .find((each) => bulkReads.has(each));
    return name && `it reads many rows, by ${name}()`;
  },
};
