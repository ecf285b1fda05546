/* global setImmediate */
// As much of async (version 3) as the programs under test use: workers that are async functions or call back, promises
// where no final callback is given.
const asPromise = (worker, ...given) =>
  worker.constructor.name === "AsyncFunction"
    ? worker(...given)
    : new Promise((resolve, reject) => {
        worker(...given, (error) => (error ? reject(error) : resolve()));
      });

async function eachLimit(list, limit, worker) {
  const waiting = [...list];
  const runner = async () => {
    try {
      while (waiting.length > 0) await asPromise(worker, waiting.shift());
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, waiting.length) }, runner));
}

function queue(worker, concurrency = 1) {
  const waiting = [];
  const drains = [];
  let running = 0;
  const next = () => {
    while (running < concurrency && waiting.length > 0) {
      running++;
      asPromise(worker, waiting.shift())
        .catch(() => undefined)
        .then(() => {
          running--;
          next();
        });
    }
    if (running === 0 && waiting.length === 0) drains.splice(0).forEach((resolve) => resolve());
  };
  return {
    push(tasks) {
      waiting.push(...(Array.isArray(tasks) ? tasks : [tasks]));
      setImmediate(next);
    },
    drain: () => new Promise((resolve) => drains.push(resolve)),
  };
}

export const each = (list, worker) => eachLimit(list, Infinity, worker);
export const eachSeries = (list, worker) => eachLimit(list, 1, worker);
export { eachLimit, queue };
export default { each, eachLimit, eachSeries, queue };
