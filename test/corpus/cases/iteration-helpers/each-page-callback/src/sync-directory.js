const superagent = require("superagent");
const { eachPage } = require("./clients/directory");

const IDENTIFY = "https://api.haloagents.ai/api/sdk/users/identify";

module.exports = async function syncDirectory(log) {
  await eachPage("/people?active=true", async (people, total) => {
    log(`page of ${people.length}, ${total} in all`);
    for (const person of people) {
      await superagent
        .post(IDENTIFY)
        .set("Authorization", `Bearer ${process.env.HALO_API_KEY}`)
        .send({ user_id: person.id, traits: { department: person.department } });
    }
  });
};
