#!/usr/bin/env node
import got from "got";
import yargs from "yargs";
import { hideBin } from "yargs/helpers";

const argv = await yargs(hideBin(process.argv))
  .option("user", { type: "string", demandOption: true })
  .option("plan", { choices: ["free", "pro", "business"] })
  .strict()
  .parse();

try {
  await got.post("https://api.haloagents.ai/api/sdk/users/identify", {
    headers: { authorization: `Bearer ${process.env.HALO_API_KEY}` },
    json: { user_id: argv.user, traits: { plan: argv.plan } },
  });
  console.log("done");
} catch (error) {
  console.error(error.response?.body ?? error);
  process.exitCode = 1;
}
