import type { FindCase } from "../find-case.js";

/** Functions that go by the name of what a call made of them. */
export const decoratedFunctionCases: readonly FindCase[] = [
  {
    name: "useCallback, called in a loop",
    path: "src/sync.tsx",
    code: `
const send = useCallback((id) => ha.identify(id), []);
const all = () => { for (const u of users) «send(u.id)»; };
`,
    finds: ["for…of"],
  },
  {
    name: "handed to an iteration",
    code: `
const send = limiter.wrap((u) => ha.identify(u.id));
const remembered = memoize(throttle((u) => ha.identify(u.id)));
await Promise.all(«users.map(send)»);
users.forEach((u) => «remembered(u)»);
`,
    finds: ["map()", "forEach()"],
  },
  {
    name: "one click at a time",
    path: "src/sync.tsx",
    code: `
const pick = useCallback((u) => ha.identify(u.id), []);
export const List = () => users.map((u) => <button onClick={() => pick(u)} />);
`,
  },
  {
    name: "one of many calls gets through",
    code: `
const send = debounce((id) => ha.identify(id), 300);
const first = once((id) => ha.identify(id));
users.forEach((u) => { send(u.id); first(u.id); });
`,
  },
];
