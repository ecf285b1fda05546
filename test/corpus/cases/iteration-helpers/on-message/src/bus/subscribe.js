import { connect } from "amqplib";

export async function subscribe(topic, handle) {
  const connection = await connect(process.env.AMQP_URL);
  const channel = await connection.createChannel();
  await channel.assertQueue(topic, { durable: true });
  await channel.consume(topic, async (message) => {
    if (!message) return;
    try {
      await handle(JSON.parse(message.content.toString()));
      channel.ack(message);
    } catch {
      channel.nack(message, false, false);
    }
  });
}
