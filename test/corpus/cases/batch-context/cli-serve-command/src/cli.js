#!/usr/bin/env node
import { Command } from "commander";
import Fastify from "fastify";
import { createUser } from "./users.js";

const program = new Command("acme");

program
  .command("serve")
  .option("-p, --port <port>", "port", "3000")
  .action(async ({ port }) => {
    const app = Fastify();
    app.post("/signup", async (request, reply) => {
      const user = await createUser(request.body);
      await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
        method: "POST",
        headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
        body: JSON.stringify({ user_id: user.id, traits: { email: user.email } }),
      });
      return reply.code(201).send(user);
    });
    await app.listen({ port: Number(port) });
  });

program.parse();
