import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { oncePerFile } from "../../source/once-per-file.js";
import { bindingOf, isImport, type SourceFile } from "../../source/source-file.js";
import { descendants, importedName, staticName, unwrap } from "../../source/syntax.js";
import { globalName } from "../values/global-name.js";
import { requiredModule } from "../values/required-module.js";

// Packages that read a command line. Of node:util only `parseArgs` does, which is asked for by name.
const parsers = new Set(
  "@commander-js/extra-typings @oclif/command @oclif/core @stricli/core arg cac caporal citty cleye clipanion command-line-args commander getopts gunshi meow minimist mri nest-commander sade yargs yargs-parser".split(
    " ",
  ),
);

/** How a file reads its command line, as the end of a sentence; `undefined` where it does not. */
export const commandLineEvidence = oncePerFile((source): string | undefined => {
  let parser: string | undefined;
  for (const node of descendants(source.ast)) {
    if (readsArguments(source, node)) return "the file reads process.argv";
    parser ??= parserOf(source, node);
  }
  return parser && `the file reads its command line by ${parser}`;
});

/** `process.argv`, `const { argv } = process`, `import { argv } from "node:process"`. */
function readsArguments(source: SourceFile, node: TSESTree.Node): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.MemberExpression:
      return staticName(node) === "argv" && isProcess(source, node.object);
    case AST_NODE_TYPES.VariableDeclarator:
      return !!node.init && isProcess(source, node.init) && takes(node.id, "argv");
    case AST_NODE_TYPES.ImportDeclaration:
      return isModule(node.source.value, "process") && imports(node, "argv");
    default:
      return false;
  }
}

function isProcess(source: SourceFile, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (globalName(source, node) === "process") return true;
  if (node.type === AST_NODE_TYPES.CallExpression)
    return isModule(requiredModule(source, node), "process");
  if (node.type !== AST_NODE_TYPES.Identifier || node.name !== "process") return false;
  const definition = bindingOf(source, node)?.defs[0];
  if (!definition) return false;
  if (isImport(definition)) return true;
  const { node: declaration } = definition;
  return (
    declaration.type === AST_NODE_TYPES.VariableDeclarator &&
    !!declaration.init &&
    isModule(requiredModule(source, declaration.init), "process")
  );
}

function isModule(name: string | undefined, builtIn: string): boolean {
  return name === builtIn || name === `node:${builtIn}`;
}

function imports({ specifiers }: TSESTree.ImportDeclaration, name: string): boolean {
  return specifiers.some((specifier) => importedName(specifier) === name);
}

function takes(pattern: TSESTree.Node, name: string): boolean {
  return (
    pattern.type === AST_NODE_TYPES.ObjectPattern &&
    pattern.properties.some(
      (property) => property.type === AST_NODE_TYPES.Property && staticName(property) === name,
    )
  );
}

/** The package that a node loads to read the command line. */
function parserOf(source: SourceFile, node: TSESTree.Node): string | undefined {
  if (node.type === AST_NODE_TYPES.ImportDeclaration) {
    const module = node.source.value;
    return isModule(module, "util") && imports(node, "parseArgs") ? module : parserNamed(module);
  }
  if (node.type !== AST_NODE_TYPES.VariableDeclarator || !node.init) return undefined;
  const module = requiredModule(source, unwrap(node.init));
  if (module === undefined) return undefined;
  return isModule(module, "util") && takes(node.id, "parseArgs") ? module : parserNamed(module);
}

/** `yargs` of `yargs/yargs`. */
function parserNamed(module: string): string | undefined {
  // The rest of AdonisJS serves requests.
  if (module === "@adonisjs/core/ace") return module;
  const name = /^(@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? "";
  return parsers.has(name) ? name : undefined;
}
