/**
 * The browser SDK. It has no npm package: a script tag defines the global.
 * Source: web widget, installation and methods.
 */
export const sdk = {
  /** The global that the script tag defines. */
  global: "HaloAgents",
  /** Methods of the global that return an instance. */
  instanceMethods: ["init", "getInstance"],
  /** The name that the documentation gives the instance. */
  documentedInstanceName: "ha",
  /** The method of the global that identifies whom `userId` names, with `userTraits`. */
  initMethod: "init",
  /** `identify(userId, traits?, identity?)`. */
  identifyMethod: "identify",
} as const;
