export * as analytics from "./analytics/index.js";
export { refreshSeats } from "./refresh-seats.js";
