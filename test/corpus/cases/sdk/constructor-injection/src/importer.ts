interface HaloAgentsInstance {
  identify(userId: string, traits?: Record<string, unknown>): void;
}

export class Importer {
  readonly #halo: HaloAgentsInstance;

  constructor(halo: HaloAgentsInstance) {
    this.#halo = halo;
  }

  run(rows: { id: string; traits: Record<string, unknown> }[]) {
    for (const row of rows) {
      this.#halo.identify(row.id, row.traits);
    }
  }
}
