import { emitKeypressEvents } from "node:readline";
import type { ReadStream } from "node:tty";

/** A key as Node's readline names it. */
interface Key {
  name?: string | undefined;
  sequence?: string | undefined;
  ctrl?: boolean | undefined;
}

/** What a person pressed. */
export type Pressed = { kind: "key"; key: string } | { kind: "end" } | { kind: "interrupt" };

/** The part of a terminal's input that is needed. */
export type KeyInput = Pick<ReadStream, "on" | "off" | "once" | "pause" | "resume" | "setRawMode"> &
  NodeJS.ReadableStream;

/** Reads single keys from a terminal, without waiting for Enter. Keys that come early are kept. */
export class KeyReader {
  readonly #input: KeyInput;
  readonly #pressed: Pressed[] = [];
  #hasEnded = false;
  #waiting: ((pressed: Pressed) => void) | undefined;

  constructor(input: KeyInput) {
    this.#input = input;
    emitKeypressEvents(input);
    input.on("keypress", this.#onKey);
    input.once("end", this.#onEnd);
    this.resume();
  }

  /** The next key; again and again the end, once the input has ended. */
  next(): Promise<Pressed> {
    const pressed = this.#pressed.shift();
    if (pressed) return Promise.resolve(pressed);
    if (this.#hasEnded) return Promise.resolve({ kind: "end" });
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  /** Leaves the terminal to another program. */
  suspend(): void {
    this.#input.setRawMode(false);
    this.#input.pause();
  }

  /** Takes the terminal back. */
  resume(): void {
    this.#input.setRawMode(true);
    this.#input.resume();
  }

  /** Leaves the terminal as it was. */
  close(): void {
    this.#input.off("keypress", this.#onKey);
    this.#input.off("end", this.#onEnd);
    this.suspend();
  }

  readonly #onKey = (text: string | undefined, key: Key): void => {
    if (key.ctrl && key.name === "c") this.#push({ kind: "interrupt" });
    else if (key.ctrl && key.name === "d") this.#push({ kind: "end" });
    else this.#push({ kind: "key", key: text ?? key.sequence ?? "" });
  };

  readonly #onEnd = (): void => {
    this.#hasEnded = true;
    this.#push({ kind: "end" });
  };

  #push(pressed: Pressed): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) waiting(pressed);
    else this.#pressed.push(pressed);
  }
}
