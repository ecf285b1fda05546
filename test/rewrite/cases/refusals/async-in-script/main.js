const { syncNames } = require("./names.js");

syncNames();
