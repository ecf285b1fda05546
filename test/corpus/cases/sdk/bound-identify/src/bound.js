const ha = HaloAgents.getInstance();
const send = ha.identify.bind(ha);

export const pushAll = (users) => users.forEach((user) => send(user.id, { plan: user.plan }));
