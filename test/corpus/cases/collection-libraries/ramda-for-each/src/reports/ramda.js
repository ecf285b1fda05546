import * as R from "ramda";

const identifyAll = R.forEach((user) =>
  HaloAgents.getInstance().identify(user.id, { plan: user.plan }),
);

export const run = async (repository) => identifyAll(await repository.findAll());
