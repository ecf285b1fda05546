const { Analytics } = require("@segment/analytics-node");

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY });

for (const user of require("./users.json")) {
  analytics.identify({ userId: user.id, traits: { plan: user.plan } });
}
