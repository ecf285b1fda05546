/** An answer other than 2xx: thrown wherever a rule is broken, turned into a response in one place. */
export class Rejection extends Error {
  override readonly name = "Rejection";
  readonly status: number;
  /** Fields of the JSON body beside `error`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}
