// As much of Bluebird as the programs under test use.
export default class Bluebird extends Promise {
  static map(list, mapper, { concurrency = Infinity } = {}) {
    return Bluebird.resolve(run(list, mapper, concurrency));
  }

  static mapSeries(list, mapper) {
    return Bluebird.resolve(run(list, mapper, 1));
  }
}

async function run(list, mapper, concurrency) {
  const results = [];
  const waiting = [...(await list)].entries();
  const runner = async () => {
    for (const [index, element] of waiting) results[index] = await mapper(await element, index);
  };
  const runners = Array.from({ length: Math.min(concurrency, 100) }, runner);
  await Promise.all(runners);
  return results;
}
