import type { Scope, Subject } from "./scope.js";

/** Says who is meant in another way: the statements that stand before the call, and how it then reads. */
export type Derivation = (
  subject: Subject,
  scope: Scope,
) => { before?: string; id?: string; user?: string } | undefined;

/** Ways from the variable that a loop gives to the id that identify is given. */
export const derivations = {
  plain: () => ({}),
  "const id": ({ id }, { fresh }) => {
    const name = fresh("wanted");
    return { before: `const ${name} = ${id};`, id: name, user: `{ id: ${name} }` };
  },
  destructured: ({ user }, { fresh }) => {
    const name = fresh("wanted");
    return { before: `const { id: ${name} } = ${user};`, id: name, user: `{ id: ${name} }` };
  },
  copy: ({ user }, { fresh }) => {
    const name = fresh("copy");
    return { before: `const ${name} = { ...${user} };`, id: `${name}.id`, user: name };
  },
  template: ({ id }) => ({ id: `\`\${${id}}\``, user: `{ id: \`\${${id}}\` }` }),
  String: ({ id }) => ({ id: `String(${id})`, user: `{ id: String(${id}) }` }),
  computed: ({ user, names }) =>
    names.length === 1 && !user.startsWith("{") ? { id: `${user}["id"]` } : {},
  optional: ({ user, names }) =>
    names.length === 1 && !user.startsWith("{") ? { id: `${user}?.id` } : {},
  fallback: ({ id }, { data }) => ({ id: `${id} ?? ${data.one}.id` }),
  "one of two": ({ id }, { data }) => ({ id: `(isActive(${id}) ? ${id} : ${data.one}.id)` }),
  "look-up": ({ id }, { fresh, canAwait }) => {
    const name = fresh("found");
    return canAwait
      ? { before: `const ${name} = await lookUp(${id});`, id: `${name}.id`, user: name }
      : undefined;
  },
  "look-up at once": ({ id }) => ({ id: `byId(${id}).id`, user: `byId(${id})` }),
  "outer variable": ({ user }, { declare, fresh }) => {
    const name = fresh("current");
    declare(`let ${name};`);
    return { before: `${name} = ${user};`, id: `${name}.id`, user: name };
  },
  "outer object": ({ user }, { declare, fresh }) => {
    const name = fresh("state");
    declare(`const ${name} = {};`);
    return { before: `${name}.user = ${user};`, id: `${name}.user.id`, user: `${name}.user` };
  },
  "written variable": ({ id }, { fresh }) => {
    const name = fresh("wanted");
    return { before: `let ${name};\n${name} = ${id};`, id: name, user: `{ id: ${name} }` };
  },
  "element of a pair": ({ user }, { fresh }) => {
    const name = fresh("pair");
    return { before: `const ${name} = [${user}, 1];`, id: `${name}[0].id`, user: `${name}[0]` };
  },
  "first of the list": (_, { data }) => ({ id: `${data.list}[0].id`, user: `${data.list}[0]` }),
  "the one": (_, { data }) => ({ id: `${data.one}.id`, user: data.one }),
  literal: (_, { data }) => ({ id: `"${data.one}"`, user: `{ id: "${data.one}" }` }),
} satisfies Record<string, Derivation>;
