import superagent from "superagent";

export async function push(users) {
  for (const user of users) {
    await superagent.post("https://api.haloagents.ai/api/sdk/users/identify").send({ user_id: user.id, traits: { plan: user.plan } });
  }
}
