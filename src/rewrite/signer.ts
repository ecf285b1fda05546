import { identitySecretVariable } from "../halo/environment.js";
import { updateToken } from "../halo/update-token.js";
import type { ProjectFacts } from "../project/project-facts.js";
import type { SourceFile } from "../source/source-file.js";
import {
  bound,
  hasExport,
  type ImportedExport,
  importedExport,
  importsModule,
  type LibraryExport,
  usesImports,
} from "./imported-export.js";
import { columnsOf, quoted } from "./layout.js";
import type { FreshNames } from "./names.js";
import type { FileStyle } from "./style.js";

/** How a file signs its update tokens. */
export interface Signer {
  /** The signing function; `undefined` where the lines bring it in themselves. */
  imported: ImportedExport | undefined;
  /** Whether signing takes an `await`. */
  isAsync: boolean;
  /** The lines that end in `return token`, given the variable `secret`; a `\t` stands for a level. */
  lines: readonly string[];
}

interface Library extends LibraryExport {
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
  const { isAsync } = library;
  // jose is an ES module: `require` of it fails on the older of the supported Node versions.
  if (library === jose && !usesImports(source, project, style) && !hasExport(source, jose)) {
    const local = names.take(jose.local);
    const property = bound(jose.exported, local, ": ");
    const opening = `const { ${property} } = await import(${quoted("jose", style)})${style.semicolon}`;
    return { imported: undefined, isAsync, lines: [opening, ...jose.lines(local, style)] };
  }
  const imported = importedExport(source, library, project, style, names);
  return { imported, isAsync, lines: library.lines(imported.local, style) };
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
