import { block, type Construct, type Scope } from "./scope.js";

function after(jump: (scope: Scope) => string | undefined): Construct {
  return (scope, inner) => {
    const end = jump(scope);
    return end && `${inner(scope)}\n${end}`;
  };
}

/** Statements after the code that leave what stands around it, or look as if they did. */
export const leavings = {
  break: after(({ inLoop }) => (inLoop ? "break;" : undefined)),
  return: after(({ inFunction }) => (inFunction ? "return;" : undefined)),
  throw: after(({ canThrow }) => (canThrow ? `throw new Error("enough");` : undefined)),
  "break of an outer loop": after(({ labels }) =>
    labels.length > 0 ? `break ${labels.at(0) ?? ""};` : undefined,
  ),
  "break on both ways": after(({ inLoop, subjects }) =>
    inLoop
      ? `if (isActive(${subjects.at(-1)?.id ?? ""})) break;\nelse {\n  log(1);\n  break;\n}`
      : undefined,
  ),
  "return in finally": (scope, inner) =>
    scope.inFunction ? `${block("try", inner(scope))} ${block("finally", "return;")}` : undefined,

  continue: after(({ inLoop }) => (inLoop ? "continue;" : undefined)),
  "continue of an outer loop": after(({ labels }) =>
    labels.length > 0 ? `continue ${labels.at(-1) ?? ""};` : undefined,
  ),
  "break at the end": after(({ inLoop, subjects }) =>
    inLoop ? `if (isLast(${subjects.at(-1)?.id ?? ""})) break;` : undefined,
  ),
  "caught throw": (scope, inner) =>
    `${block("try", `${inner(scope)}\nthrow new Error("next");`)} ${block("catch", "log(1);")}`,
  "break of a block": (scope, inner) => {
    const label = scope.fresh("block");
    return block(`${label}:`, `${inner(scope)}\nbreak ${label};`);
  },
  "break of an inner loop": after(() => "for (const plan of plans) break;"),
} satisfies Record<string, Construct>;
