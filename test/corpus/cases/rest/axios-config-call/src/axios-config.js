const axios = require("axios");

exports.push = async (rows) => {
  for (const row of rows) {
    await axios({
      method: "post",
      url: `${process.env.HALO_HOST}/api/sdk/users/identify`,
      data: { user_id: row.user_id, traits: { arr: row.arr } },
    });
  }
};
