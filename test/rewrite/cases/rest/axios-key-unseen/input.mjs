import axios from "axios";
import "./http-defaults.js";
import { findUsers } from "./users.js";

for (const user of await findUsers()) {
  await axios({
    method: "post",
    url: `${process.env.HALO_BASE_URL}/api/sdk/users/identify`,
    data: { user_id: user.id, traits: { name: user.name } },
  });
}
