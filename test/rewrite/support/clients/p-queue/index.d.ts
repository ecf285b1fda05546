export default class PQueue {
  constructor(options?: { concurrency?: number; interval?: number; intervalCap?: number });
  add<T>(task: () => T | Promise<T>): Promise<T>;
  addAll<T>(tasks: Iterable<() => T | Promise<T>>): Promise<T[]>;
  onIdle(): Promise<void>;
}
