// As much of p-all as the programs under test use.
export default async function pAll(tasks, { concurrency = Infinity } = {}) {
  const results = [];
  const waiting = [...tasks].entries();
  const runner = async () => {
    for (const [index, task] of waiting) results[index] = await task();
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, 100) }, runner));
  return results;
}
