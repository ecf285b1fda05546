exports.handler = async (event) => {
  await Promise.all(
    event.Records.map(async (record) => {
      const { userId, plan } = JSON.parse(Buffer.from(record.kinesis.data, "base64").toString());
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: userId, traits: { plan } }),
      });
    }),
  );
};
