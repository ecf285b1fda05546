/** What can go wrong between a caller and Halo. */
export type Fault =
  /** Answered with this status; nothing is applied. */
  | { kind: "status"; status: number; headers?: Readonly<Record<string, string>> }
  /** The connection ends without an answer; nothing is applied. */
  | { kind: "cut" }
  /** Applied, then the connection ends: without an answer, or in the middle of one. */
  | { kind: "cutAfterApply"; midResponse?: boolean }
  /** Answered as usual, later. */
  | { kind: "slow"; ms: number };

/** Which requests a fault hits. */
export interface FaultSchedule {
  /** How many requests fail. Default 1. */
  times?: number;
  /** How many requests pass before the first that fails. Default 0. */
  after?: number;
  /** The path that it is restricted to. Default: both routes. */
  route?: string;
}

interface Pending {
  fault: Fault;
  times: number;
  after: number;
  route: string | undefined;
}

/** Faults in the order ordered: for one request, only the first that concerns its route counts. */
export class FaultQueue {
  #pending: Pending[] = [];

  /** Orders a fault. */
  add(fault: Fault, { times = 1, after = 0, route }: FaultSchedule = {}): void {
    this.#pending.push({ fault, times, after, route });
  }

  /** Counts one request in and gives the fault that hits it, if any. */
  take(route: string): Fault | undefined {
    const next = this.#pending.find(
      (pending) => pending.times > 0 && (pending.route ?? route) === route,
    );
    if (next === undefined) return undefined;
    if (next.after > 0) {
      next.after -= 1;
      return undefined;
    }
    next.times -= 1;
    return next.fault;
  }

  /** Forgets all faults. */
  clear(): void {
    this.#pending = [];
  }
}
