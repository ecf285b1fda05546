import _ from "lodash";

export function pushCohort(cohort) {
  const ha = HaloAgents.getInstance();
  _.forEach(_.uniqBy(cohort, "id"), (user) => {
    ha.identify(user.id, { cohort: user.cohort });
  });
}
