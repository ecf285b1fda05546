import rule from "../../rules/valid-update-token.js";
import { inProject, ruleTester } from "./rule-tester.js";

/** An update call that sends a token. */
const send = (token: string): string =>
  `await axios.post("https://api.haloagents.ai/api/sdk/users/update", { user_token: ${token}, update_only: true, users });`;

/** A program that signs with jsonwebtoken, and sends the token. */
const signed = (payload: string, options: string): string =>
  `import jwt from "jsonwebtoken";
const token = jwt.sign(${payload}, secret, ${options});
${send("token")}`;

const scoped = `{ scope: "users.update" }`;

/** A program that signs by hand, with these claims and this hash. */
const signedByHand = (claims: string, hash = "sha256"): string =>
  `import { createHmac } from "node:crypto";
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
function token(): string {
  const now = Math.floor(Date.now() / 1000);
  const content = encode({ alg: "HS256", typ: "JWT" }) + "." + encode(${claims});
  return content + "." + createHmac("${hash}", secret).update(content).digest("base64url");
}
${send("token()")}`;

ruleTester.run("valid-update-token", rule, {
  valid: [
    { name: "an empty file", code: "" },
    { name: "jsonwebtoken, as the guide has it", code: signed(scoped, `{ expiresIn: "5m" }`) },
    { name: "seconds", code: signed(scoped, `{ algorithm: "HS256", expiresIn: 3600 }`) },
    { name: "milliseconds in quotes", code: signed(scoped, `{ expiresIn: "300000" }`) },
    {
      name: "a claim for the end",
      code: signed(`{ scope: "users.update", exp: Math.floor(Date.now() / 1000) + 5 * 60 }`, `{}`),
    },
    { name: "claims that cannot be read", code: signed("claims", `{ expiresIn: "5m" }`) },
    { name: "a spread that cannot be read", code: signed("{ ...claims }", "{ ...options }") },
    { name: "options that cannot be read", code: signed(scoped, "options") },
    { name: "an age from outside", code: signed(scoped, "{ expiresIn: env.TOKEN_AGE ?? 300 }") },
    { name: "one of two ages is right", code: signed(scoped, `{ expiresIn: dev ? "1d" : "5m" }`) },
    {
      name: "a user only where there is one",
      code: signed(`{ scope: "users.update", ...(id && { user_id: id }) }`, `{ expiresIn: "5m" }`),
    },
    {
      name: "a function that also signs for users",
      code: `import jwt from "jsonwebtoken";
const signFor = (id?: string) =>
  jwt.sign(id ? { user_id: id } : { scope: "users.update" }, secret, { expiresIn: 300 });
${send("signFor()")}`,
    },
    {
      name: "the token of an identify",
      code: signed(`{ user_id: "1" }`, `{ expiresIn: "1d" }`).replace(
        "users/update",
        "users/identify",
      ),
    },
    { name: "a token from elsewhere", code: send("await fetchToken()") },
    { name: "a placeholder", code: send(`"eyJ..."`) },
    {
      name: "jose",
      code: `import { SignJWT } from "jose";
const token = await new SignJWT({ scope: "users.update" })
  .setProtectedHeader({ alg: "HS256" })
  .setIssuedAt()
  .setExpirationTime("5m")
  .sign(key);
${send("token")}`,
    },
    {
      name: "jose with a date",
      code: `import * as jose from "jose";
const builder = new jose.SignJWT({ scope: "users.update" });
builder.setProtectedHeader({ alg: "HS256" }).setExpirationTime(new Date(Date.now() + 300_000));
${send("await builder.sign(key)")}`,
    },
    {
      name: "fast-jwt",
      code: `import { createSigner } from "fast-jwt";
const sign = createSigner({ key: secret, algorithm: "HS256", expiresIn: 300_000 });
${send("sign({ scope: 'users.update' })")}`,
    },
    { name: "by hand", code: signedByHand(`{ scope: "users.update", iat: now, exp: now + 300 }`) },
    {
      name: "NestJS, where the module may set the age",
      code: `import { JwtService } from "@nestjs/jwt";
class Halo {
  constructor(private readonly jwtService: JwtService) {}
  async update(users: object[]) {
    ${send(`await this.jwtService.signAsync({ scope: "users.update" }, { secret })`)}
  }
}`,
    },
    {
      name: "signed for each batch",
      code: `import jwt from "jsonwebtoken";
for (const users of batches) {
  const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
  ${send("token")}
}`,
    },
    {
      name: "signed by the function that a loop calls",
      code: `import jwt from "jsonwebtoken";
async function update(users) {
  const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
  ${send("token")}
}
for await (const users of pages()) await update(users);`,
    },
    {
      name: "all batches at once",
      code: `import jwt from "jsonwebtoken";
const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
await Promise.all(batches.map((users) => ${send("token").replace(/^await |;$/g, "")}));`,
    },
    {
      name: "a loop of two turns",
      code: `import jwt from "jsonwebtoken";
const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
for (const users of [admins, members]) ${send("token")}`,
    },
    {
      name: "tries of one batch",
      code: `import jwt from "jsonwebtoken";
const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
for (let attempt = 0; attempt < attempts; attempt++) ${send("token")}`,
    },
    {
      name: "signed anew in the loop",
      code: `import jwt from "jsonwebtoken";
let token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
for (const users of batches) {
  if (isStale()) token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
  ${send("token")}
}`,
    },
    {
      name: "a client of each turn",
      filename: inProject("src/sync.ts"),
      code: `import { HaloClient } from "../halo/client";
for await (const users of pages()) await new HaloClient(secret).update(users);`,
    },
    {
      name: "signed by another file",
      filename: inProject("src/sync.ts"),
      code: `import { signToken } from "../halo/sign-token";\n${send("signToken({ scope: 'users.update' })")}`,
    },
    {
      name: "as long as the option allows",
      options: [{ maxAge: 300 }],
      code: signed(scoped, `{ expiresIn: "5 minutes" }`),
    },
    {
      name: "in a test",
      filename: inProject("test/update.js"),
      code: signed(scoped, `{ expiresIn: "1d" }`),
    },
  ],
  invalid: [
    {
      name: "another algorithm",
      code: signed(scoped, `{ expiresIn: "5m", algorithm: "RS256" }`),
      errors: [
        {
          messageId: "otherAlgorithm",
          data: { algorithm: "RS256" },
          ...{ line: 2, column: 89, endLine: 2, endColumn: 96 },
          suggestions: [
            {
              messageId: "useAlgorithm",
              output: signed(scoped, `{ expiresIn: "5m", algorithm: "HS256" }`),
            },
          ],
        },
      ],
    },
    {
      name: "no scope",
      code: signed(`{ org: "acme" }`, `{ expiresIn: "5m" }`),
      errors: [
        {
          messageId: "noScope",
          ...{ line: 2, column: 15, endLine: 2, endColumn: 69 },
          suggestions: [
            {
              messageId: "addScope",
              output: signed(`{ scope: "users.update", org: "acme" }`, `{ expiresIn: "5m" }`),
            },
          ],
        },
      ],
    },
    {
      name: "another scope, in single quotes",
      code: signed(`{ scope: 'users:update' }`, `{ expiresIn: "5m" }`),
      errors: [
        {
          messageId: "otherScope",
          ...{ line: 2, column: 33, endLine: 2, endColumn: 47 },
          suggestions: [
            {
              messageId: "useScope",
              output: signed(`{ scope: 'users.update' }`, `{ expiresIn: "5m" }`),
            },
          ],
        },
      ],
    },
    {
      name: "a list of scopes",
      code: signed(`{ scope: ["users.update"] }`, `{ expiresIn: "5m" }`),
      errors: [{ messageId: "otherScope", line: 2, column: 33, suggestions: [] }],
    },
    {
      name: "no end",
      code: `const jwt = require("jsonwebtoken");\n${send("jwt.sign({ scope: 'users.update' }, secret)")}`,
      errors: [
        {
          messageId: "noExpiry",
          line: 2,
          column: 82,
          suggestions: [
            {
              messageId: "addExpiry",
              data: { age: "5 minutes" },
              output: `const jwt = require("jsonwebtoken");\n${send("jwt.sign({ exp: Math.floor(Date.now() / 1000) + 300, scope: 'users.update' }, secret)")}`,
            },
          ],
        },
      ],
    },
    {
      name: "two hours, in options with a cast that another name holds",
      code: `import jwt, { type SignOptions } from "jsonwebtoken";
const options = { algorithm: "HS256", expiresIn: "2h" } satisfies SignOptions;
const token = jwt.sign(${scoped} as object, secret!, options)!;
${send("token")}`,
      errors: [
        {
          messageId: "tooLong",
          data: { age: "2 hours", limit: "1 hour" },
          ...{ line: 2, column: 50, endLine: 2, endColumn: 54 },
          suggestions: [
            {
              messageId: "useAge",
              data: { age: "5 minutes" },
              output: `import jwt, { type SignOptions } from "jsonwebtoken";
const options = { algorithm: "HS256", expiresIn: "5m" } satisfies SignOptions;
const token = jwt.sign(${scoped} as object, secret!, options)!;
${send("token")}`,
            },
          ],
        },
      ],
    },
    {
      name: "a day in seconds, promisified",
      code: `const { promisify } = require("node:util");
const { sign } = require("jsonwebtoken");
const signAsync = promisify(sign);
async function update(users) {
  ${send(`await signAsync(${scoped}, secret, { ["expiresIn"]: 60 * 60 * 24 })`)}
}`,
      errors: [
        {
          messageId: "tooLong",
          data: { age: "1 day", limit: "1 hour" },
          line: 5,
          column: 152,
          suggestions: [
            {
              messageId: "useAge",
              output: `const { promisify } = require("node:util");
const { sign } = require("jsonwebtoken");
const signAsync = promisify(sign);
async function update(users) {
  ${send(`await signAsync(${scoped}, secret, { ["expiresIn"]: 300 })`)}
}`,
            },
          ],
        },
      ],
    },
    {
      name: "a number in quotes, by a callback in a promise",
      code: `import { sign } from "jsonwebtoken";
const signToken = () =>
  new Promise((resolve, reject) => {
    sign(${scoped}, secret, { expiresIn: "300" }, (error, token) => (error ? reject(error) : resolve(token)));
  });
${send("await signToken()")}`,
      errors: [
        {
          messageId: "millisecondText",
          data: { age: "0.3 seconds" },
          line: 4,
          column: 58,
          suggestions: [
            {
              messageId: "useAge",
              output: `import { sign } from "jsonwebtoken";
const signToken = () =>
  new Promise((resolve, reject) => {
    sign(${scoped}, secret, { expiresIn: "5m" }, (error, token) => (error ? reject(error) : resolve(token)));
  });
${send("await signToken()")}`,
            },
          ],
        },
      ],
    },
    {
      name: "over before it arrives",
      code: signed(scoped, "{ expiresIn: -10 }"),
      errors: [
        {
          messageId: "expired",
          data: { age: "-10 seconds" },
          line: 2,
          column: 72,
          suggestions: [],
        },
      ],
    },
    {
      name: "a user's claim, with a comment that a removal would take along",
      code: signed(
        `{ user_id: "svc", /* all users */ scope: "users.update" }`,
        `{ expiresIn: "5m" }`,
      ),
      errors: [{ messageId: "userClaim", data: { claim: "user_id" }, line: 2, suggestions: [] }],
    },
    {
      name: "a user's claim, and another's as the subject",
      code: signed(
        `{ user_id: "svc", scope: "users.update" }`,
        `{ expiresIn: "5m", subject: "svc" }`,
      ),
      errors: [
        {
          messageId: "userClaim",
          data: { claim: "user_id" },
          line: 2,
          column: 35,
          suggestions: [
            {
              messageId: "removeClaim",
              data: { claim: "user_id" },
              output: signed(scoped, `{ expiresIn: "5m", subject: "svc" }`),
            },
          ],
        },
        {
          messageId: "userClaim",
          data: { claim: "sub" },
          line: 2,
          column: 103,
          suggestions: [
            {
              messageId: "removeClaim",
              data: { claim: "sub" },
              output: signed(`{ user_id: "svc", scope: "users.update" }`, `{ expiresIn: "5m" }`),
            },
          ],
        },
      ],
    },
    {
      name: "jose: a number is a point in time",
      code: `import { SignJWT } from "jose";
const builder = new SignJWT({ scope: "users.update" }).setSubject(userId);
builder.setProtectedHeader({ alg: "HS512" }).setExpirationTime(300);
${send("await builder.sign(key)")}`,
      errors: [
        { messageId: "userClaim", data: { claim: "sub" }, line: 2, column: 67, suggestions: [] },
        {
          messageId: "otherAlgorithm",
          data: { algorithm: "HS512" },
          line: 3,
          column: 35,
          suggestions: [
            {
              messageId: "useAlgorithm",
              output: `import { SignJWT } from "jose";
const builder = new SignJWT({ scope: "users.update" }).setSubject(userId);
builder.setProtectedHeader({ alg: "HS256" }).setExpirationTime(300);
${send("await builder.sign(key)")}`,
            },
          ],
        },
        {
          messageId: "fixedExpiry",
          line: 3,
          column: 64,
          suggestions: [
            {
              messageId: "useAge",
              output: `import { SignJWT } from "jose";
const builder = new SignJWT({ scope: "users.update" }).setSubject(userId);
builder.setProtectedHeader({ alg: "HS512" }).setExpirationTime(Math.floor(Date.now() / 1000) + 300);
${send("await builder.sign(key)")}`,
            },
          ],
        },
      ],
    },
    {
      name: "jose: two hours, by then()",
      code: `import { SignJWT } from "jose";
const signing = new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setExpirationTime("2 hours from now").sign(key);
signing.then((token) => ${send("token").slice(6, -1)});`,
      errors: [
        {
          messageId: "tooLong",
          data: { age: "2 hours", limit: "1 hour" },
          line: 2,
          column: 92,
          suggestions: [
            {
              messageId: "useAge",
              output: `import { SignJWT } from "jose";
const signing = new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setExpirationTime("5m").sign(key);
signing.then((token) => ${send("token").slice(6, -1)});`,
            },
          ],
        },
      ],
    },
    {
      name: "fast-jwt counts milliseconds",
      code: `import { createSigner } from "fast-jwt";
const sign = createSigner({ key: secret, algorithm: "HS256", expiresIn: 300 });
${send("sign({ scope: 'users.update' })")}`,
      errors: [
        {
          messageId: "expired",
          data: { age: "0.3 seconds" },
          line: 2,
          column: 73,
          suggestions: [
            {
              messageId: "useAge",
              output: `import { createSigner } from "fast-jwt";
const sign = createSigner({ key: secret, algorithm: "HS256", expiresIn: 300000 });
${send("sign({ scope: 'users.update' })")}`,
            },
          ],
        },
      ],
    },
    {
      name: "by hand: a day",
      code: signedByHand(`{ scope: "users.update", exp: now + 24 * 60 * 60 }`),
      errors: [
        {
          messageId: "tooLong",
          data: { age: "1 day", limit: "1 hour" },
          ...{ line: 5, column: 101, endLine: 5, endColumn: 119 },
          suggestions: [
            {
              messageId: "useAge",
              output: signedByHand(`{ scope: "users.update", exp: now + 300 }`),
            },
          ],
        },
      ],
    },
    {
      name: "by hand: milliseconds, and another hash",
      code: signedByHand(`{ scope: "users.update", exp: Date.now() + 300_000 }`, "sha512"),
      errors: [
        {
          messageId: "milliseconds",
          line: 5,
          column: 101,
          suggestions: [
            {
              messageId: "useAge",
              output: signedByHand(
                `{ scope: "users.update", exp: Math.floor(Date.now() / 1000) + 300 }`,
                "sha512",
              ),
            },
          ],
        },
        {
          messageId: "otherAlgorithm",
          data: { algorithm: "HMAC with sha512" },
          line: 6,
          column: 37,
          suggestions: [
            {
              messageId: "useAlgorithm",
              output: signedByHand(`{ scope: "users.update", exp: Date.now() + 300_000 }`),
            },
          ],
        },
      ],
    },
    {
      name: "NestJS",
      code: `import { JwtService } from "@nestjs/jwt";
class Halo {
  constructor(private readonly jwtService: JwtService) {}
  async update(users: object[]) {
    ${send(`await this.jwtService.signAsync({ scope: "users" }, { secret })`)}
  }
}`,
      errors: [
        {
          messageId: "otherScope",
          line: 5,
          column: 127,
          suggestions: [
            {
              messageId: "useScope",
              output: `import { JwtService } from "@nestjs/jwt";
class Halo {
  constructor(private readonly jwtService: JwtService) {}
  async update(users: object[]) {
    ${send(`await this.jwtService.signAsync({ scope: "users.update" }, { secret })`)}
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: "the secret itself",
      code: `const required = (name) => process.env[name] ?? fail(name);
const secret = required("HALO_IDENTITY_SECRET");
${send("secret")}`,
      errors: [{ messageId: "secretSent", line: 3, column: 82, suggestions: [] }],
    },
    {
      name: "a token in the code",
      code: send(`"eyJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InVzZXJzIn0.c2lnbmF0dXJl"`),
      errors: [{ messageId: "writtenToken", line: 1, column: 82, suggestions: [] }],
    },
    {
      name: "signed before a loop over batches",
      code: `import jwt from "jsonwebtoken";
const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
for (let start = 0; start < all.length; start += 500) {
  const users = all.slice(start, start + 500);
  ${send("token")}
}`,
      errors: [
        { messageId: "signedOnce", data: { loop: "for" }, line: 5, column: 84, suggestions: [] },
      ],
    },
    {
      name: "signed when the file is loaded, sent by a function in a loop",
      code: `import jwt from "jsonwebtoken";
const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
async function update(users) {
  ${send("token")}
}
while (true) {
  const users = await nextPage();
  if (users.length === 0) break;
  await update(users);
}`,
      errors: [
        { messageId: "signedOnce", data: { loop: "while" }, line: 4, column: 84, suggestions: [] },
      ],
    },
    {
      name: "handed to a function in a loop",
      code: `import jwt from "jsonwebtoken";
async function update(users, token) {
  ${send("token")}
}
async function main() {
  const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
  for await (const users of pages()) await update(users, token);
}`,
      errors: [
        {
          messageId: "signedOnce",
          data: { loop: "for await…of" },
          line: 3,
          column: 84,
          suggestions: [],
        },
      ],
    },
    {
      name: "a body that is made before a queue's turns",
      code: `import jwt from "jsonwebtoken";
const base = { user_token: jwt.sign(${scoped}, secret, { expiresIn: "5m" }), update_only: true };
await Promise.all(batches.map((users) => limit(() => axios.post("https://api.haloagents.ai/api/sdk/users/update", { ...base, users }))));`,
      errors: [
        { messageId: "signedOnce", data: { loop: "map()" }, line: 2, column: 28, suggestions: [] },
      ],
    },
    {
      name: "turns of map() that wait for each other",
      code: `import jwt from "jsonwebtoken";
const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
await Promise.all(batches.map(async (users) => {
  await limiter.removeTokens(1);
  ${send("token")}
}));`,
      errors: [
        { messageId: "signedOnce", data: { loop: "map()" }, line: 5, column: 84, suggestions: [] },
      ],
    },
    {
      name: "signed when the file is loaded, and sent by a function",
      code: `import jwt from "jsonwebtoken";
const token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
export const update = (batches) => Promise.all(batches.map((users) => ${send("token").replace(/^await |;$/g, "")}));`,
      errors: [{ messageId: "signedOnce", data: { loop: "map()" }, line: 3, suggestions: [] }],
    },
    {
      name: "a client's field",
      code: `import jwt from "jsonwebtoken";
class Halo {
  #token = jwt.sign(${scoped}, secret, { expiresIn: "5m" });
  async update(users) {
    ${send("this.#token")}
  }
}
const halo = new Halo();
for (const users of batches) await halo.update(users);`,
      errors: [
        { messageId: "signedOnce", data: { loop: "for…of" }, line: 5, column: 86, suggestions: [] },
      ],
    },
    {
      name: "a client of another file",
      filename: inProject("src/sync.ts"),
      code: `import { HaloClient } from "../halo/client";
const client = new HaloClient(secret);
for await (const users of pages()) await client?.update(users);`,
      errors: [{ messageId: "signedOnce", line: 3, column: 42, suggestions: [] }],
    },
    {
      name: "a token that another file signs when it is loaded",
      filename: inProject("src/sync.ts"),
      code: `import { updateUsers } from "../halo/token-on-load";
for (const users of batches) await updateUsers(users);`,
      errors: [{ messageId: "signedOnce", line: 2, column: 36, suggestions: [] }],
    },
    {
      name: "claims that this file hands to another's function, and an age that only that one knows",
      filename: inProject("src/sync.ts"),
      code: `import { dailyToken, signToken } from "../halo/sign-token";
${send(`signToken({ scope: "users" })`)}
${send("dailyToken()")}`,
      errors: [
        {
          messageId: "otherScope",
          line: 2,
          column: 101,
          suggestions: [
            {
              messageId: "useScope",
              output: `import { dailyToken, signToken } from "../halo/sign-token";
${send(`signToken({ scope: "users.update" })`)}
${send("dailyToken()")}`,
            },
          ],
        },
        { messageId: "tooLong", line: 3, column: 82, suggestions: [] },
      ],
    },
    {
      name: "longer than the option allows",
      options: [{ maxAge: 90 }],
      code: signed(scoped, `{ expiresIn: "5m" }`),
      errors: [
        {
          messageId: "longerThanAllowed",
          data: { age: "5 minutes", limit: "90 seconds" },
          line: 2,
          column: 72,
          suggestions: [
            {
              messageId: "useAge",
              data: { age: "90 seconds" },
              output: signed(scoped, `{ expiresIn: "90s" }`),
            },
          ],
        },
      ],
    },
  ],
});
