"use strict";

const { syncBilling } = require("./billing.cjs");
const { findUsers } = require("./users.cjs");

(async () => {
  for (const user of await findUsers()) {
    const { balance } = await syncBilling(user);
    await fetch(`${process.env.HALO_BASE_URL}/api/sdk/users/identify`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${process.env.HALO_API_KEY}`,
      },
      body: JSON.stringify({ user_id: user.id, traits: { balance } }),
    });
  }
})();
