import { dirname, relative, resolve } from "node:path";

/** What each layer may import: adapters import the engine, the engine's parts import those below them. */
const mayImport = {
  "src/halo": [],
  "src/source": [],
  "src/find": ["src/halo", "src/source"],
  "src/project": ["src/source", "src/find"],
  "src/checks": ["src/halo", "src/source", "src/find"],
  "src/rewrite": ["src/halo", "src/source", "src/find", "src/project"],
  "src/engine": ["src/source", "src/find", "src/project", "src/rewrite"],
  "src/cli": ["src/halo", "src/find", "src/project", "src/rewrite", "src/engine"],
  rules: ["src/halo", "src/source", "src/find", "src/checks", "src/project", "src/rewrite"],
  codemods: ["src/find", "src/rewrite", "src/engine"],
};

const engineLayers = new Set([
  "src/halo",
  "src/source",
  "src/find",
  "src/project",
  "src/checks",
  "src/rewrite",
]);

/** Packages of hosts, and packages that print: the engine decides and returns values. */
const hostPackages =
  /^(eslint|jscodeshift|@typescript-eslint\/utils|commander|picocolors|@clack\/.*)(\/.*)?$/;

function layerOf(path) {
  return Object.keys(mayImport).find(
    (layer) => path === layer || path.startsWith(`${layer}/`) || path.startsWith(`${layer}.`),
  );
}

/** Keeps imports pointing one way: adapters → rewrite → find → halo. */
export default {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      layer:
        "{{from}} may not import {{to}}: imports point from adapters to rewrite, find and halo.",
      host: "{{from}} is part of the engine, which knows no host: it may not import {{name}}.",
    },
  },
  create(context) {
    const from = layerOf(relative(context.cwd, context.filename).replaceAll("\\", "/"));
    if (!from) return {};
    const check = (node) => {
      const name = node.source?.value;
      if (typeof name !== "string") return;
      if (!name.startsWith(".")) {
        if (engineLayers.has(from) && hostPackages.test(name)) {
          context.report({ node, messageId: "host", data: { from, name } });
        }
        return;
      }
      const target = relative(context.cwd, resolve(dirname(context.filename), name));
      const to = layerOf(target.replaceAll("\\", "/"));
      if (to && to !== from && !mayImport[from].includes(to)) {
        context.report({ node, messageId: "layer", data: { from, to } });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
