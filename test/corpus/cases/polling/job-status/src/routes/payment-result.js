export async function paymentResult(req, res) {
  let payment;
  do {
    payment = await req.stripe.paymentIntents.retrieve(req.query.id);
    if (payment.status === "succeeded") {
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: req.user.id, traits: { plan: payment.metadata.plan } }),
      });
    }
  } while (payment.status === "processing");
  res.redirect("/account");
}
