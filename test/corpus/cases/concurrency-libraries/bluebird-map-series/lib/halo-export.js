const Promise = require("bluebird");

module.exports = (db) =>
  Promise.mapSeries(db.query("select id, plan from users"), (row) =>
    ha.identify(row.id, { plan: row.plan }),
  );
