export async function markPaying(stripe) {
  const { data: subscriptions } = await stripe.subscriptions.list({ status: "active" });
  subscriptions.map((subscription) =>
    ha.identify(subscription.metadata.user_id, { plan: subscription.items.data[0].price.nickname }),
  );
}
