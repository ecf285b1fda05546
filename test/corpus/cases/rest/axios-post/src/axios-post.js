import axios from "axios";

export async function pushAll(users) {
  for (const user of users) {
    await axios.post(
      "https://api.haloagents.ai/api/sdk/users/identify",
      { user_id: user.id, traits: { plan: user.plan } },
      { headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` } },
    );
  }
}
