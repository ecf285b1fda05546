const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export class Halo {
  async touch(user) {
    ha.identify(user.id, { plan: user.plan });
  }
}

export default class {
  touch = async (user) => {
    ha.identify(user.id, { plan: user.plan });
  };
}
