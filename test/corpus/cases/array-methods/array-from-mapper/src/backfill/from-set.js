import { loadUserIds } from "../store.js";

const ids = new Set(await loadUserIds());
const ha = HaloAgents.getInstance();
Array.from(ids, (id) => ha.identify(id, { beta: true }));
