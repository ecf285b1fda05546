import { syncNames } from "./names.js";

export const isReady = async (ready: boolean): Promise<boolean> => {
  const done = ready && syncNames() > 0;
  return done;
};
