import { AST_NODE_TYPES, type TSESTree } from "@typescript-eslint/types";
import { identitySecretVariable } from "../halo/environment.js";
import { updateToken } from "../halo/update-token.js";
import type { ProjectFacts } from "../project/project-facts.js";
import type { SourceFile } from "../source/source-file.js";
import { calleeName, staticName } from "../source/syntax.js";
import { hasModuleSyntax, isModule } from "./awaiting.js";
import { columnsOf, quoted } from "./layout.js";
import type { FreshNames } from "./names.js";
import type { FileStyle } from "./style.js";

/** How a file signs its update tokens. */
export interface Signer {
  /** The statement that brings the signing function in; `undefined` where the file has it already. */
  importLine: string | undefined;
  /** Whether that statement is an import declaration rather than a `require`. */
  isImport: boolean;
  /** Whether signing takes an `await`. */
  isAsync: boolean;
  /** The variable that the lines read the signing function from. */
  variable: string;
  /** The lines that end in `return token`, given the variable `secret`; a `\t` stands for a level. */
  lines: readonly string[];
}

interface Library {
  modules: readonly string[];
  /** The export that signs; `default` for the whole module. */
  exported: string;
  local: string;
  isAsync: boolean;
  lines: (local: string, style: FileStyle) => string[];
}

const claims = (style: FileStyle): string => `{ scope: ${quoted(updateToken.scope, style)} }`;

const jsonwebtoken: Library = {
  modules: ["jsonwebtoken"],
  exported: "default",
  local: "jwt",
  isAsync: false,
  lines: (jwt, style) => [
    `return ${jwt}.sign(${claims(style)}, secret, {`,
    `\talgorithm: ${quoted(updateToken.algorithm, style)},`,
    `\texpiresIn: ${updateToken.ageSeconds}${style.trailingComma}`,
    `})${style.semicolon}`,
  ],
};

const jose: Library = {
  modules: ["jose"],
  exported: "SignJWT",
  local: "SignJWT",
  isAsync: true,
  lines: (SignJWT, style) => [
    `return new ${SignJWT}(${claims(style)})`,
    `\t.setProtectedHeader({ alg: ${quoted(updateToken.algorithm, style)} })`,
    `\t.setExpirationTime(${quoted(`${updateToken.ageSeconds}s`, style)})`,
    `\t.sign(new TextEncoder().encode(secret))${style.semicolon}`,
  ],
};

const nodeCrypto: Library = {
  modules: ["node:crypto", "crypto"],
  exported: "createHmac",
  local: "createHmac",
  isAsync: false,
  lines: (createHmac, style) => {
    const { semicolon: end, trailingComma } = style;
    const [base64url, dot] = [quoted("base64url", style), quoted(".", style)];
    return [
      `const content = [`,
      `\t{ alg: ${quoted(updateToken.algorithm, style)}, typ: ${quoted("JWT", style)} },`,
      `\t{ scope: ${quoted(updateToken.scope, style)}, exp: Math.floor(Date.now() / 1000) + ${updateToken.ageSeconds} }${trailingComma}`,
      `]`,
      `\t.map((part) => Buffer.from(JSON.stringify(part)).toString(${base64url}))`,
      `\t.join(${dot})${end}`,
      ...chain(
        `const signature = ${createHmac}(${quoted("sha256", style)}, secret)`,
        [`.update(content)`, `.digest(${base64url})${end}`],
        style,
      ),
      `return \`\${content}.\${signature}\`${end}`,
    ];
  },
};

/** Calls one after another, on one line where they fit one level deep. */
function chain(start: string, links: readonly string[], style: FileStyle): string[] {
  const line = start + links.join("");
  if (columnsOf(style.indent) + line.length <= style.width) return [line];
  // `crypto.createHmac(…)` breaks before its dot too.
  const [head, call] = start.split(/(?=\.)/, 2);
  const broken = head !== undefined && call !== undefined ? [head, `\t${call}`] : [start];
  return [...broken, ...links.map((link) => `\t${link}`)];
}

/** Chooses the signer: the JWT library that the project has, else Node's own HMAC. */
export function signerFor(
  source: SourceFile,
  project: ProjectFacts,
  style: FileStyle,
  names: FreshNames,
): Signer {
  const owned = [jsonwebtoken, jose].find((library) =>
    library.modules.some((name) => project.packages.has(name) || importsModule(source, name)),
  );
  const library = owned ?? nodeCrypto;
  const isImport = usesImports(source, project, style);
  const existing = localNameOf(source, library);
  const local = existing ?? names.take(library.local);
  // jose is an ES module: `require` of it fails on the older of the supported Node versions.
  const dynamic = library === jose && !isImport && existing === undefined;
  const importLine =
    existing === undefined && !dynamic ? importOf(library, local, isImport, style) : undefined;
  const opening = dynamic
    ? [
        `const { ${bound("SignJWT", local, ": ")} } = await import(${quoted("jose", style)})${style.semicolon}`,
      ]
    : [];
  return {
    importLine,
    isImport,
    isAsync: library.isAsync,
    variable: local.split(".", 1)[0] ?? local,
    lines: [...opening, ...library.lines(local, style)],
  };
}

function usesImports(source: SourceFile, project: ProjectFacts, style: FileStyle): boolean {
  return hasModuleSyntax(source) || style.typescript || isModule(source, project);
}

function importOf(library: Library, local: string, isImport: boolean, style: FileStyle): string {
  const from = quoted(library.modules[0] ?? "", style);
  const end = style.semicolon;
  if (library.exported === "default") {
    return isImport
      ? `import ${local} from ${from}${end}`
      : `const ${local} = require(${from})${end}`;
  }
  return isImport
    ? `import { ${bound(library.exported, local, " as ")} } from ${from}${end}`
    : `const { ${bound(library.exported, local, ": ")} } = require(${from})${end}`;
}

function bound(exported: string, local: string, separator: string): string {
  return exported === local ? exported : exported + separator + local;
}

function importsModule(source: SourceFile, name: string): boolean {
  return source.ast.body.some((statement) => moduleOf(statement) === name);
}

/** The module that a top-level statement imports or requires. */
function moduleOf(statement: TSESTree.Node): string | undefined {
  if (statement.type === AST_NODE_TYPES.ImportDeclaration) return statement.source.value;
  const call = requireOf(statement)?.init;
  const [argument] = call?.type === AST_NODE_TYPES.CallExpression ? call.arguments : [];
  return argument?.type === AST_NODE_TYPES.Literal ? String(argument.value) : undefined;
}

/** The declarator of `const x = require("…")`. */
export function requireOf(statement: TSESTree.Node): TSESTree.VariableDeclarator | undefined {
  if (statement.type !== AST_NODE_TYPES.VariableDeclaration) return undefined;
  return statement.declarations.find(
    ({ init }) => init?.type === AST_NODE_TYPES.CallExpression && calleeName(init) === "require",
  );
}

/** What the file calls a library's signing export, if it has brought it in already. */
function localNameOf(source: SourceFile, library: Library): string | undefined {
  for (const statement of source.ast.body) {
    if (!library.modules.includes(moduleOf(statement) ?? "")) continue;
    const name =
      statement.type === AST_NODE_TYPES.ImportDeclaration
        ? importedName(statement, library.exported)
        : requiredName(requireOf(statement), library.exported);
    if (name !== undefined) return name;
  }
  return undefined;
}

function importedName(statement: TSESTree.ImportDeclaration, exported: string): string | undefined {
  if (statement.importKind === "type") return undefined;
  for (const specifier of statement.specifiers) {
    const { name } = specifier.local;
    switch (specifier.type) {
      case AST_NODE_TYPES.ImportDefaultSpecifier:
        // The default of `node:crypto` and of jose's namespace holds the export as a member.
        return exported === "default" ? name : `${name}.${exported}`;
      case AST_NODE_TYPES.ImportNamespaceSpecifier:
        return exported === "default" ? name : `${name}.${exported}`;
      case AST_NODE_TYPES.ImportSpecifier: {
        const imported = specifier.imported;
        const spelled =
          imported.type === AST_NODE_TYPES.Identifier ? imported.name : imported.value;
        if (spelled === exported && specifier.importKind !== "type") return name;
      }
    }
  }
  return undefined;
}

function requiredName(
  declarator: TSESTree.VariableDeclarator | undefined,
  exported: string,
): string | undefined {
  const id = declarator?.id;
  if (id?.type === AST_NODE_TYPES.Identifier) {
    return exported === "default" ? id.name : `${id.name}.${exported}`;
  }
  if (id?.type !== AST_NODE_TYPES.ObjectPattern) return undefined;
  for (const property of id.properties) {
    if (property.type !== AST_NODE_TYPES.Property || staticName(property) !== exported) continue;
    return property.value.type === AST_NODE_TYPES.Identifier ? property.value.name : undefined;
  }
  return undefined;
}

/** The line of emitted code that reads the secret, and the one that complains where it is missing. */
export function secretLines(style: FileStyle): string[] {
  const end = style.semicolon;
  const message = quoted(`${identitySecretVariable} must hold the Identity Secret.`, style);
  return [
    `const secret = process.env.${identitySecretVariable}${end}`,
    `if (!secret) {`,
    `\tthrow new Error(${message})${end}`,
    `}`,
  ];
}
