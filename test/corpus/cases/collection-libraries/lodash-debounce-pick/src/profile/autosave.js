import { debounce, pick } from "lodash-es";

const announce = debounce((user) => {
  HaloAgents.getInstance().identify(user.id, pick(user, ["email", "name", "plan", "role"]));
}, 2_000);

export function onProfileChange(user) {
  announce(user);
}
