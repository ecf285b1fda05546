/* global queueMicrotask */
// As much of p-queue as the programs under test use.
export default class PQueue {
  #waiting = [];
  #running = 0;
  #idle = [];

  constructor({ concurrency = Infinity } = {}) {
    this.concurrency = concurrency;
  }

  add(task) {
    const { promise, resolve, reject } = promised();
    this.#waiting.push(async () => {
      try {
        resolve(await task());
      } catch (error) {
        reject(error);
      }
    });
    queueMicrotask(() => this.#next());
    return promise;
  }

  addAll(tasks) {
    return Promise.all(tasks.map((task) => this.add(task)));
  }

  onIdle() {
    if (this.#running === 0 && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #next() {
    while (this.#running < this.concurrency && this.#waiting.length > 0) {
      this.#running++;
      this.#waiting
        .shift()()
        .then(() => {
          this.#running--;
          this.#next();
        });
    }
    if (this.#running === 0) this.#idle.splice(0).forEach((resolve) => resolve());
  }
}

function promised() {
  let resolve, reject;
  const promise = new Promise((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}
