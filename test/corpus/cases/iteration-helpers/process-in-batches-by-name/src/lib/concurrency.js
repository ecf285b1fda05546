export async function mapLimit(items, limit, worker) {
  const results = [];
  const running = new Set();
  for (const item of items) {
    const promise = Promise.resolve(worker(item)).finally(() => running.delete(promise));
    running.add(promise);
    results.push(promise);
    if (running.size >= limit) await Promise.race(running);
  }
  return Promise.all(results);
}
