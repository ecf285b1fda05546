export * from "./names.js";
