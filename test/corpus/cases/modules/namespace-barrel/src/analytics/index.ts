export * from "./halo.js";
export * from "./events.js";
