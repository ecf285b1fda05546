import { noDirectTraitWrite } from "../src/checks/no-direct-trait-write.js";
import { mayWriteTraits } from "../src/find/trait-table/trait-names.js";
import { traitTable } from "../src/halo/tables.js";
import { createCheckRule } from "./create-check-rule.js";

const { table, column } = traitTable;

export default createCheckRule({
  name: "no-direct-trait-write",
  meta: {
    type: "problem",
    schema: [],
    docs: {
      description: `disallow writes of traits into Halo's own table \`${table}\``,
      presets: ["recommended", "strict"],
    },
    messages: {
      writes: `Traits that are written straight into ${table}.${column} stay out of Halo's filter picker until Halo sees them through its API, the CSV import or the SDK. Send them to users/update instead.`,
      deletes: `This deletes rows of Halo's own table ${table} by their traits, past Halo's API.`,
    },
  },
  defaultOptions: [],
  mayHold: mayWriteTraits,
  check: noDirectTraitWrite,
});
