import { defaultBaseUrl } from "../../src/halo/endpoints.js";
import { maxIdentifyBytes } from "../../src/halo/limits.js";
import { reservedTraits } from "../../src/halo/traits.js";
import { Rejection } from "./rejection.js";
import { isJsonObject, type JsonObject } from "./request-body.js";

/** Takes a `traits` field that must be there and be an object. */
export function traitsOf({ traits }: JsonObject): JsonObject {
  if (isJsonObject(traits)) return traits;
  throw new Rejection(400, "traits must be an object.");
}

/** Refuses traits that Halo manages itself, naming each key once whichever user carried it. */
export function refuseReservedKeys(traitsOfAll: readonly JsonObject[]): void {
  const found = reservedTraits.filter((key) =>
    traitsOfAll.some((traits) => Object.hasOwn(traits, key)),
  );
  if (found.length === 0) return;
  throw new Rejection(400, `Reserved trait keys: ${found.join(", ")}.`, {
    reserved_keys: found,
    // That there is a link is documented, where it points is not.
    docs_url: `${defaultBaseUrl}/docs`,
  });
}

/**
 * Holds an identify call to the documented size of traits and context together. The status is not
 * documented; 400 is what Halo answers to other bodies that it does not take.
 */
export function refuseOversize(traits: JsonObject, context: unknown): void {
  const bytes = [traits, context]
    .filter((part) => part !== undefined)
    .reduce<number>((sum, part) => sum + Buffer.byteLength(JSON.stringify(part)), 0);
  if (bytes <= maxIdentifyBytes) return;
  throw new Rejection(
    400,
    `traits and context take ${bytes} bytes, more than ${maxIdentifyBytes} allowed.`,
  );
}
