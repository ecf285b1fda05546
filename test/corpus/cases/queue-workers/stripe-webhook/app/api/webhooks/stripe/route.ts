import { stripe } from "@/lib/stripe";
import { userOfCustomer } from "@/lib/users";

export async function POST(request: Request) {
  const signature = request.headers.get("stripe-signature") ?? "";
  const event = stripe.webhooks.constructEvent(await request.text(), signature, process.env.STRIPE_SECRET!);
  if (event.type === "checkout.session.completed") {
    const user = await userOfCustomer(event.data.object.customer);
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { plan: "pro" } }),
    });
  }
  return new Response(null, { status: 204 });
}
