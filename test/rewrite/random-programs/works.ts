import { block, type Construct, type Scope } from "../../find/random-programs/scope.js";
import { recordOf } from "./traits.js";

function innermost({ subjects }: Scope): { id: string; record: string } {
  const subject = subjects.at(-1) ?? { user: "undefined", id: "undefined", names: [] };
  return { id: subject.id, record: recordOf(subject) };
}

function around(print: (id: string, body: string, scope: Scope) => string | undefined): Construct {
  return (scope, inner) => print(innermost(scope).id, inner(scope), scope);
}

/** What a program does besides identifying, before it or after it, and may fail at. */
export const works = {
  "a log line before": around((id, body) => `log("before", ${id});\n${body}`),
  "a log line after": around((id, body) => `${body}\nlog("after", ${id});`),
  "work before": around((id, body) => `work(${id});\n${body}`),
  "work after": around((id, body) => `${body}\nwork(${id});`),
  "awaited work before": around((id, body, { canAwait }) =>
    canAwait ? `await bill(${id});\n${body}` : undefined,
  ),
  "awaited work after": around((id, body, { canAwait }) =>
    canAwait ? `${body}\nawait bill(${id});` : undefined,
  ),
  "work that is not awaited": around((id, body) => `mail(${id}).catch(() => undefined);\n${body}`),
  "work in a try": around(
    (id, body) =>
      `${block("try", `work(${id});`)} ${block("catch (error)", `log(${id}, error);`)}\n${body}`,
  ),
  "all in a try": around(
    (id, body) =>
      `${block("try", `work(${id});\n${body}`)} ${block("catch (error)", `log(${id}, error);`)}`,
  ),
  "all in a try, and finally": around(
    (id, body) =>
      `${block("try", `${body}\nwork(${id});`)} ${block("finally", `log("finally", ${id});`)}`,
  ),
  "a read that may fail": (scope, inner) =>
    `log(${innermost(scope).record}.company.name);\n${inner(scope)}`,
  "a read that may fail, after": (scope, inner) =>
    `${inner(scope)}\nlog(${innermost(scope).record}.company.name);`,
  "an early end": around((id, body, { inLoop }) =>
    inLoop ? `if (isTenth(${id})) break;\n${body}` : undefined,
  ),
  "an early end, after": around((id, body, { inLoop }) =>
    inLoop ? `${body}\nif (isTenth(${id})) break;` : undefined,
  ),
  "an early return": around((id, body, { inFunction, skip }) =>
    inFunction && skip !== "return" ? `${body}\nif (isTenth(${id})) return;` : undefined,
  ),
  "a throw": around((id, body) => `${body}\nif (isTenth(${id})) throw new Error("enough");`),
  "a label left": around((id, body, { labels }) =>
    labels.length > 0 ? `if (isTenth(${id})) break ${labels.at(-1) ?? ""};\n${body}` : undefined,
  ),
  "a list of done users": (scope, inner) => {
    const name = scope.fresh("done");
    scope.declare(`const ${name} = [];`);
    return `${inner(scope)}\n${name}.push(${innermost(scope).id});\nlog(${name}.length);`;
  },
} satisfies Record<string, Construct>;
