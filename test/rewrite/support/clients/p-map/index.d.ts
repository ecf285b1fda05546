export default function pMap<T, R>(
  list: Iterable<T | Promise<T>>,
  mapper: (element: T, index: number) => R | Promise<R>,
  options?: { concurrency?: number; stopOnError?: boolean },
): Promise<R[]>;
