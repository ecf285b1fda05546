module.exports = require("pino")();
