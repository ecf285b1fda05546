// As much of p-map as the programs under test use.
export default async function pMap(list, mapper, { concurrency = Infinity } = {}) {
  const results = [];
  const waiting = [...list].entries();
  const runner = async () => {
    for (const [index, element] of waiting) results[index] = await mapper(await element, index);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, 100) }, runner));
  return results;
}
