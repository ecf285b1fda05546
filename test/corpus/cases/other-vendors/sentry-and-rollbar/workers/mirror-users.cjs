const Rudder = require("@rudderstack/rudder-sdk-node");
const { Analytics } = require("@segment/analytics-node");
const Sentry = require("@sentry/node");

const rudder = new Rudder(process.env.RUDDER_KEY, { dataPlaneUrl: process.env.RUDDER_URL });
const segment = new Analytics({ writeKey: process.env.SEGMENT_KEY });
const targets = { rudder, segment };

exports.mirror = async function mirror(users) {
  for (const user of users) {
    Sentry.setUser({ id: user.id });
    rudder.identify({ userId: user.id, traits: user.traits });
    segment.identify({ userId: user.id, traits: user.traits });
  }
  users.forEach((user) => targets.segment.identify({ userId: user.id }));
  await segment.closeAndFlush();
};
