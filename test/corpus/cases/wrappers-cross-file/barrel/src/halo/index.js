export { identifyUser } from "./identify-user.js";
export * from "./company.js";
