if (process.env["USER_COUNT"] !== "0") {
  const { syncNames } = await import("./names.js");
  syncNames();
}
