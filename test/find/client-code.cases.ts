import type { FindCase } from "./find-case.js";

const shebang = "batch: the file starts with a shebang";

/** Signs that a file runs in a browser, which outweigh signs of a batch. */
export const clientCodeCases: readonly FindCase[] = [
  {
    name: "use client",
    path: "scripts/widget.js",
    code: `"use client"; ha.identify(me.id);`,
  },
  {
    name: "document",
    path: "scripts/widget.js",
    code: `document.querySelector("#login").textContent = "in"; ha.identify(me.id);`,
  },
  {
    name: "window",
    path: "scripts/widget.js",
    code: `window.addEventListener("load", () => { ha.identify(me.id); });`,
  },
  {
    name: "localStorage",
    path: "scripts/widget.js",
    code: `const id = localStorage.getItem("user"); ha.identify(id);`,
  },
  {
    name: "JSX",
    path: "scripts/widget.jsx",
    code: `export const Widget = () => { ha.identify(me.id); return <div />; };`,
  },
  {
    name: "React",
    path: "scripts/widget.js",
    code: `import { useEffect } from "react"; export function useHalo(me) { useEffect(() => { ha.identify(me.id); }, [me]); }`,
  },
  {
    name: "setInterval around one live user",
    code: `
const root = document.getElementById("root");
setInterval(() => { ha.identify(session.user.id, { seen: root.dataset.page }); }, 60_000);
`,
  },
  {
    name: "a loop in a browser is a loop all the same",
    path: "src/widget.jsx",
    code: `export const Widget = ({ users }) => { for (const u of users) «ha.identify(u.id)»; return <div />; };`,
    finds: ["for…of"],
  },
  {
    name: "names of browser globals that a server file declares itself",
    path: "src/server.js",
    code: `#!/usr/bin/env node
import { window, document } from "./jsdom.js";
const localStorage = new Map([[window, document]]);
«ha.identify(localStorage.get("id"))»;
`,
    finds: [shebang],
  },
  {
    name: "names of browser globals as properties and in types",
    path: "src/server.ts",
    code: `#!/usr/bin/env node
interface Report { window: number; document: string }
class Page { window = 1; document() { return this.window; } }
const report: Report = { window: 1, document: "x" };
«ha.identify(report.document)»;
`,
    finds: [shebang],
  },
  {
    name: "typeof window, the guard of code for both sides",
    path: "src/server.js",
    code: `#!/usr/bin/env node
const server = typeof window === "undefined";
if (server) «ha.identify(id)»;
`,
    finds: [shebang],
  },
  {
    name: "members of a class with names of browser globals",
    path: "scripts/page.js",
    code: `class Page { window = 1; document() { return this.window; } } «ha.identify(new Page().owner)»;`,
    finds: ["batch: the file is under scripts/"],
  },
  {
    name: "typeof window, where nothing else says what runs it",
    path: "scripts/check.js",
    code: `const server = typeof window === "undefined"; if (server) «ha.identify(id)»;`,
    finds: ["batch: the file is under scripts/"],
  },
  {
    name: "a browser that a program drives",
    path: "scripts/shot.js",
    code: `const id = await page.evaluate(() => document.body.dataset.user); «ha.identify(id)»; process.exit();`,
    finds: ["batch: the file is under scripts/"],
  },
  {
    name: "another object's exit, and another member of process",
    path: "scripts/widget.js",
    code: `document.body.append(process.title); page.exit(); ha.identify(me.id);`,
  },
];
