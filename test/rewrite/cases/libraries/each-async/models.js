import { users } from "./users.js";

/** As much of a model of mongoose as the program uses. */
export const User = {
  find: () => ({
    cursor: () => ({
      async eachAsync(callback) {
        for (const user of users) await callback(user);
      },
    }),
  }),
};
