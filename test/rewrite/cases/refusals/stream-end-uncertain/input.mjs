import { Readable } from "node:stream";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { findUsers } from "./users.js";

const ha = HaloAgents.init({ orgId: "org_8d1f", apiKey: "ab_live_9f2c7e41" });

export function twoListeners(users) {
  const stream = Readable.from(users);
  stream.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  stream.on("end", () => console.log("read"));
  stream.on("end", () => console.log("told"));
}

export function givenToCaller(users) {
  return Readable.from(users)
    .on("data", (user) => {
      ha.identify(user.id, { name: user.name });
    })
    .on("end", () => console.log("read"));
}

export function madeByCaller(stream) {
  stream.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  stream.on("end", () => console.log("read"));
}

export function leftInBetween(users, { isQuiet }) {
  const stream = Readable.from(users);
  stream.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  if (isQuiet) return;
  stream.on("end", () => console.log("read"));
}

export async function waitsInBetween(users) {
  const stream = Readable.from(users);
  stream.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  await findUsers();
  stream.on("end", () => console.log("read"));
}

export function onlyIfTold(users, isTold) {
  const stream = Readable.from(users);
  stream.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  if (isTold) stream.on("end", () => console.log("read"));
}

export function closedAfterError(users) {
  const stream = Readable.from(users);
  stream.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  stream.on("error", (error) => console.error(error));
  stream.on("close", () => console.log("closed"));
}

export function mayThrow(path) {
  const reader = createInterface({ input: createReadStream(path) });
  reader.on("line", (line) => {
    const user = JSON.parse(line);
    ha.identify(user.id, { name: user.name });
  });
  reader.on("close", () => console.log("closed"));
}

export function goesOn(users) {
  const stream = Readable.from(users);
  stream.on("data", async (user) => {
    await console.log(user.id);
    ha.identify(user.id, { name: user.name });
  });
  stream.on("end", () => console.log("read"));
}

export function failsBefore(path, parser) {
  const file = createReadStream(path);
  file.on("error", (error) => console.error(error));
  const rows = file.pipe(parser());
  rows.on("data", (user) => {
    ha.identify(user.id, { name: user.name });
  });
  rows.on("end", () => console.log("read"));
}

export function keyOfItsOwn(users) {
  const stream = Readable.from(users);
  stream.on("data", async (user) => {
    await fetch("https://api.haloagents.ai/api/sdk/users/identify", {
      method: "POST",
      headers: { Authorization: `Bearer ${process.env.HALO_API_KEY}` },
      body: JSON.stringify({ user_id: user.id, traits: { name: user.name } }),
    });
  });
  stream.on("end", (process) => console.log(process));
}
