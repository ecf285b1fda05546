import { afterAll, beforeAll } from "vitest";
import { type HaloServer, startHaloServer } from "../halo-server/server.js";
import { widgetKey } from "./run-program.js";

/** A few Halos that concurrent tests share, one test at a time each. */
export class HaloPool {
  #all: HaloServer[] = [];
  #free: HaloServer[] = [];
  #waiting: ((halo: HaloServer) => void)[] = [];

  /** Call while tests are collected: it registers the hooks. */
  constructor(size: number) {
    beforeAll(async () => {
      const starts = Array.from({ length: size }, () => startHaloServer({ apiKey: widgetKey }));
      this.#all = await Promise.all(starts);
      this.#free = [...this.#all];
    }, 60_000);
    afterAll(async () => {
      await Promise.all(this.#all.map((halo) => halo.close()));
    });
  }

  /** Lends out an empty Halo while `use` runs. */
  async with<T>(use: (halo: HaloServer) => Promise<T>): Promise<T> {
    const halo =
      this.#free.pop() ?? (await new Promise<HaloServer>((resolve) => this.#waiting.push(resolve)));
    try {
      await halo.reset();
      return await use(halo);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(halo);
      else this.#free.push(halo);
    }
  }
}
