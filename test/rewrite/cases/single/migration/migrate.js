const { users } = require("./users.js");

const [run] = Object.values(require("./20260110-plan.js"));
run(() => ({ first: async () => users[0] }));
