export async function inSlices<T>(items: T[], size: number, handle: (slice: T[]) => Promise<void>) {
  for (let i = 0; i < items.length; i += size) {
    await handle(items.slice(i, i + size));
  }
}
