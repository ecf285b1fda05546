import { updatePath } from "../../halo/endpoints.js";

const route = updatePath.slice(updatePath.indexOf("users"));
const words = new RegExp(`halo|${route}|update_only`, "i");

/** Whether a file's text can have to do with the update call; every other file costs one scan of its text. */
export function mayUpdate(text: string): boolean {
  return words.test(text);
}
