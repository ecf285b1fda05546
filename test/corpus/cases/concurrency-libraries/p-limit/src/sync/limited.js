import pLimit from "p-limit";

const limit = pLimit(5);

export const syncLimited = (users) =>
  Promise.all(
    users.map((user) =>
      limit(() =>
        fetch("https://api.haloagents.ai/api/sdk/users/identify", {
          method: "POST",
          headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
          body: JSON.stringify({ user_id: user.id, traits: { seats: user.seats } }),
        }),
      ),
    ),
  );
