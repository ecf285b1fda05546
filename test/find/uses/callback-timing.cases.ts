import type { FindCase } from "../find-case.js";

/** Functions inside a loop: which of them run while it turns, and which wait for an event of one live user. */
export const callbackTimingCases: readonly FindCase[] = [
  {
    name: "then, catch and finally",
    code: `
for (const u of users) {
  p.then(() => «ha.identify(u.id)»);
  p.catch(() => «ha.identify(u.id)»);
  p.finally(() => «ha.identify(u.id)»);
}
`,
    finds: ["for…of", "for…of", "for…of"],
  },
  {
    name: "timers and microtasks",
    code: `
for (const u of users) {
  setTimeout(() => «ha.identify(u.id)», 10);
  setImmediate(() => «ha.identify(u.id)»);
  queueMicrotask(() => «ha.identify(u.id)»);
  process.nextTick(() => «ha.identify(u.id)»);
}
`,
    finds: ["for…of", "for…of", "for…of", "for…of"],
  },
  {
    name: "a limiter, a queue, a transaction",
    code: `
for (const u of users) {
  tasks.push(limit(() => «ha.identify(u.id)»));
  queue.add(async () => «ha.identify(u.id)»);
  limiter.schedule(() => «ha.identify(u.id)»);
  await db.transaction(async (tx) => { «ha.identify(u.id)»; });
}
`,
    finds: ["for…of", "for…of", "for…of", "for…of"],
  },
  {
    name: "new Promise",
    code: `for (const u of users) await new Promise((resolve) => { «ha.identify(u.id)»; resolve(); });`,
    finds: ["for…of"],
  },
  {
    name: "IIFEs of all kinds",
    code: `
for (const u of users) {
  (() => «ha.identify(u.id)»)();
  (function () { «ha.identify(u.id)»; }).call(this);
  !function () { «ha.identify(u.id)»; }();
  void (async function () { «ha.identify(u.id)»; })();
}
`,
    finds: ["for…of", "for…of", "for…of", "for…of"],
  },
  {
    name: "a callback of a look-up per element",
    code: `for (const id of ids) db.get(id, (error, user) => { if (!error) «ha.identify(user.id)»; });`,
    finds: ["for…of"],
  },
  {
    name: "listeners of all spellings",
    code: `
for (const target of targets) {
  target.on("login", (user) => ha.identify(user.id));
  target.once("login", (user) => ha.identify(user.id));
  target.addEventListener("login", (event) => ha.identify(event.user.id));
  target.addListener("login", (user) => ha.identify(user.id));
  target.subscribe((user) => ha.identify(user.id));
  target.onLogin((user) => ha.identify(user.id));
  $(target).click(() => ha.identify(target.user));
  target.onlogin = (event) => ha.identify(event.user.id);
  listen(target, { onLogin: (user) => ha.identify(user.id) });
}
`,
  },
  {
    name: "observers",
    code: `for (const el of els) new IntersectionObserver(([entry]) => ha.identify(entry.target.id)).observe(el);`,
  },
  {
    name: "routes and sockets",
    code: `
for (const path of paths) {
  app.get(path, (req, res) => ha.identify(req.user.id));
  router.post(path, async (req) => { ha.identify(req.user.id); });
  app.use(path, (req, res, next) => { ha.identify(req.user.id); next(); });
  io.of(path).on("connection", (socket) => { socket.on("hello", (user) => ha.identify(user.id)); });
}
`,
  },
  {
    name: "handlers in JSX",
    path: "src/list.tsx",
    code: `
export function People({ people }: { people: Person[] }) {
  return (
    <ul>
      {people.map((person) => (
        <li key={person.id}>
          <button onClick={() => { ha.identify(person.id); }}>Act as</button>
          <Menu items={[{ label: "Act as", run: () => ha.identify(person.id) }]} />
        </li>
      ))}
    </ul>
  );
}
`,
  },
  {
    name: "an effect of a component that a list renders",
    path: "src/list.jsx",
    code: `
function Row({ me }) {
  useEffect(() => { ha.identify(me.id); }, [me.id]);
  return <li />;
}
export const List = ({ rows, me }) => rows.map((row) => <Row key={row.id} me={me} />);
`,
  },
  {
    name: "functions and methods that are only declared in the loop",
    code: `
for (const name of names) {
  function handler(user) { ha.identify(user.id); }
  handlers[name] = { async run(user) { ha.identify(user.id); }, get go() { return ha.identify(name); } };
  exports[name] = handler;
}
`,
  },
  {
    name: "functions that are returned",
    code: `for (const name of names) define(name, (factory) => { return (user) => ha.identify(user.id); });`,
  },
  {
    name: "pg's NOTIFY, one live event at a time",
    code: `for (const channel of channels) client.on("notification", (message) => ha.identify(message.payload));`,
  },
];
