import forEach from "lodash/forEach.js";

export function sendTraits(user) {
  forEach(user.customTraits, (value, key) => {
    ha.identify(user.id, { [key]: value });
  });
}
