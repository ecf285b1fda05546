import type { Callable } from "./sinks.js";
import type { Subject } from "./scope.js";

/** Puts a function of its own around a call; `undefined` where it cannot. */
export type Wrapper = (inner: Callable, name: string) => Callable | undefined;

const userNamed = (name: string): Subject => ({ user: name, id: `${name}.id`, names: [name] });
const idNamed = (name: string): Subject => ({ user: `{ id: ${name} }`, id: name, names: [name] });

/** A function that takes the user. */
function ofUser(declare: (name: string, call: (subject: Subject) => string) => string): Wrapper {
  return (inner, name) => ({
    declaration: declare(name, inner.call),
    call: ({ user }) => `${name}(${user})`,
    reference: { text: name, takes: "user" },
  });
}

/** A function that takes the id first. */
function ofId(
  declare: (name: string, call: (subject: Subject) => string) => string,
  rest = "",
): Wrapper {
  return (inner, name) => ({
    declaration: declare(name, inner.call),
    call: ({ id }) => `${name}(${id}${rest})`,
    reference: { text: name, takes: "id" },
  });
}

/** A function that is called in some other way. */
function called(
  declare: (name: string, call: (subject: Subject) => string) => string,
  call: (name: string, subject: Subject) => string,
): Wrapper {
  return (inner, name) => ({
    declaration: declare(name, inner.call),
    call: (subject) => call(name, subject),
  });
}

/** A method of what `declare` makes. */
function member(
  path: (name: string) => string,
  declare: (name: string, call: (subject: Subject) => string) => string,
): Wrapper {
  return (inner, name) => ({
    declaration: declare(name, inner.call),
    call: ({ user }) => `${path(name)}(${user})`,
    reference: { text: path(name), takes: "user" },
  });
}

/** Functions between the loop and the identify. */
export const wrappers = {
  function: ofUser((name, call) => `function ${name}(user) {\n  ${call(userNamed("user"))};\n}`),
  "async function": ofUser(
    (name, call) => `async function ${name}(user) {\n  await ${call(userNamed("user"))};\n}`,
  ),
  "returning function": ofUser(
    (name, call) => `function ${name}(x) {\n  return ${call(userNamed("x"))};\n}`,
  ),
  arrow: ofUser((name, call) => `const ${name} = (user) => ${call(userNamed("user"))};`),
  "async arrow": ofUser(
    (name, call) =>
      `const ${name} = async (user) => {\n  await sleep(1);\n  await ${call(userNamed("user"))};\n};`,
  ),
  "function expression": ofUser(
    (name, call) => `const ${name} = function (user) {\n  ${call(userNamed("user"))};\n};`,
  ),
  "assigned later": ofUser(
    (name, call) => `let ${name};\n${name} = (user) => ${call(userNamed("user"))};`,
  ),
  "of the id": ofId((name, call) => `function ${name}(id) {\n  ${call(idNamed("id"))};\n}`),
  "of the id, with traits": ofId(
    (name, call) =>
      `const ${name} = (id, traits = {}) => {\n  log(traits);\n  ${call(idNamed("id"))};\n};`,
    ", { a: 1 }",
  ),
  "traits first": called(
    (name, call) =>
      `function ${name}(traits, user) {\n  log(traits);\n  ${call(userNamed("user"))};\n}`,
    (name, { user }) => `${name}({ plan: "pro" }, ${user})`,
  ),
  destructured: ofUser(
    (name, call) =>
      `const ${name} = ({ id, ...traits }) => {\n  log(traits);\n  return ${call(idNamed("id"))};\n};`,
  ),
  renamed: called(
    (name, call) =>
      `function ${name}({ profile: { id: userId } }) {\n  ${call(idNamed("userId"))};\n}`,
    (name, { id }) => `${name}({ profile: { id: ${id} } })`,
  ),
  default: ofUser(
    (name, call) => `function ${name}(user = {}) {\n  ${call(userNamed("user"))};\n}`,
  ),
  rest: called(
    (name, call) => `function ${name}(...args) {\n  ${call(userNamed("args[1]"))};\n}`,
    (name, { user }) => `${name}(1, ${user})`,
  ),
  "arguments[0]": ofUser(
    (name, call) => `function ${name}() {\n  ${call(userNamed("arguments[0]"))};\n}`,
  ),
  options: called(
    (name, call) =>
      `function ${name}({ user, isDry = false }) {\n  if (isDry) return;\n  ${call(userNamed("user"))};\n}`,
    (name, { user }) => `${name}({ user: ${user} })`,
  ),
  branching: ofUser((name, call) => {
    const inner = call(userNamed("user"));
    return `function ${name}(user) {\n  if (isActive(user.id)) {\n    return ${inner};\n  } else {\n    log(user);\n  }\n}`;
  }),
  "branching twice": ofUser((name, call) => {
    const inner = call(userNamed("user"));
    return `function ${name}(user) {\n  return hasEmail(user.id) ? ${inner} : ${inner};\n}`;
  }),
  "early return": ofUser(
    (name, call) =>
      `function ${name}(user) {\n  if (!isActive(user.id)) return;\n  ${call(userNamed("user"))};\n}`,
  ),
  "try catch": ofUser(
    (name, call) =>
      `async function ${name}(user) {\n  try {\n    return await ${call(userNamed("user"))};\n  } catch (error) {\n    log(error);\n  }\n}`,
  ),
  "own retry": ofUser(
    (name, call) =>
      `async function ${name}(user) {\n  for (let i = 0; i < 3; i++) {\n    try {\n      await ${call(userNamed("user"))};\n      return;\n    } catch {\n      await sleep(i);\n    }\n  }\n}`,
  ),
  "own retry by a function": ofUser(
    (name, call) => `const ${name} = (user) => retry(() => ${call(userNamed("user"))});`,
  ),
  "own constant": ofUser(
    (name, call) =>
      `function ${name}(user) {\n  const { id } = user;\n  const userId = String(id);\n  ${call(idNamed("userId"))};\n}`,
  ),
  "then inside": ofUser(
    (name, call) =>
      `function ${name}(user) {\n  return Promise.resolve(user).then((x) => ${call(userNamed("x"))});\n}`,
  ),
  "look-up inside": ofId(
    (name, call) =>
      `async function ${name}(id) {\n  const user = await lookUp(id);\n  ${call(userNamed("user"))};\n}`,
  ),
  switch: ofUser(
    (name, call) =>
      `function ${name}(user) {\n  switch (planOf(user.id)) {\n    case "free":\n      break;\n    default:\n      ${call(userNamed("user"))};\n  }\n}`,
  ),
  alias: (inner, name) =>
    inner.reference
      ? {
          declaration: `const ${name} = ${inner.reference.text};`,
          call: ({ user, id }) => `${name}(${inner.reference?.takes === "id" ? id : user})`,
          reference: { text: name, takes: inner.reference.takes },
        }
      : undefined,
  "bound alias": (inner, name) =>
    inner.reference?.takes === "id"
      ? {
          declaration: `const ${name} = ${inner.reference.text}.bind(null);`,
          call: ({ id }) => `${name}(${id})`,
        }
      : undefined,
  "called by call": called(
    (name, call) => `function ${name}(user) {\n  ${call(userNamed("user"))};\n}`,
    (name, { user }) => `${name}.call(null, ${user})`,
  ),
  "called by apply": called(
    (name, call) => `function ${name}(user) {\n  ${call(userNamed("user"))};\n}`,
    (name, { user }) => `${name}.apply(null, [${user}])`,
  ),
  "called by bind": called(
    (name, call) => `function ${name}(user) {\n  ${call(userNamed("user"))};\n}`,
    (name, { user }) => `${name}.bind(null, ${user})()`,
  ),
  "called optionally": called(
    (name, call) => `const ${name} = (user) => ${call(userNamed("user"))};`,
    (name, { user }) => `${name}?.(${user})`,
  ),
  "called with a spread": called(
    (name, call) =>
      `function ${name}(user, index) {\n  log(index);\n  ${call(userNamed("user"))};\n}`,
    (name, { user }) => `${name}(...[${user}, 1])`,
  ),
  curried: called(
    (name, call) => `const ${name} = (user) => () => ${call(userNamed("user"))};`,
    (name, { user }) => `${name}(${user})()`,
  ),
  "curried with a client": called(
    (name, call) => `const ${name} = (client) => (user) => ${call(userNamed("user"))};`,
    (name, { user }) => `${name}(ha)(${user})`,
  ),
  made: ofUser(
    (name, call) =>
      `function make${name}() {\n  return (user) => ${call(userNamed("user"))};\n}\nconst ${name} = make${name}();`,
  ),
  "made in an object": called(
    (name, call) =>
      `function ${name}() {\n  return { send: (user) => ${call(userNamed("user"))} };\n}\nconst ${name}Client = ${name}();`,
    (name, { user }) => `${name}Client.send(${user})`,
  ),
  "method of an object": member(
    (name) => `${name}.send`,
    (name, call) => `const ${name} = {\n  send(user) {\n    ${call(userNamed("user"))};\n  },\n};`,
  ),
  "arrow in an object": member(
    (name) => `${name}.send`,
    (name, call) => `const ${name} = { send: (user) => ${call(userNamed("user"))} };`,
  ),
  "method of a nested object": member(
    (name) => `${name}.users.send`,
    (name, call) =>
      `const ${name} = { users: { async send(user) { ${call(userNamed("user"))}; } } };`,
  ),
  "method of a class": member(
    (name) => `${name}.send`,
    (name, call) =>
      `class Halo${name} {\n  send(user) {\n    ${call(userNamed("user"))};\n  }\n}\nconst ${name} = new Halo${name}();`,
  ),
  "field of a class": member(
    (name) => `${name}.send`,
    (name, call) =>
      `class Halo${name} {\n  send = (user) => ${call(userNamed("user"))};\n}\nconst ${name} = new Halo${name}();`,
  ),
  "static method": member(
    (name) => `${name}.send`,
    (name, call) =>
      `class ${name} {\n  static send(user) {\n    return ${call(userNamed("user"))};\n  }\n}`,
  ),
  "method by this": member(
    (name) => `${name}.sendAll`,
    (name, call) =>
      `class Halo${name} {\n  sendAll(user) {\n    this.#send(user);\n  }\n  #send(user) {\n    ${call(userNamed("user"))};\n  }\n}\nconst ${name} = { sendAll: (user) => new Halo${name}().sendAll(user) };`,
  ),
  "method of an instance that holds the user": called(
    (name, call) =>
      `class Person${name} {\n  constructor(id) {\n    this.id = id;\n  }\n  send() {\n    ${call({ user: "this", id: "this.id", names: [] })};\n  }\n}`,
    (name, { id }) => `new Person${name}(${id}).send()`,
  ),
  constructor: called(
    (name, call) =>
      `class Person${name} {\n  constructor(user) {\n    ${call(userNamed("user"))};\n  }\n}`,
    (name, { user }) => `new Person${name}(${user})`,
  ),
  "function in an argument": called(
    (name, call) =>
      `const ${name} = (fn) => fn();\nconst ${name}Send = (user) => ${call(userNamed("user"))};`,
    (name, { user }) => `${name}(() => ${name}Send(${user}))`,
  ),
} satisfies Record<string, Wrapper>;
