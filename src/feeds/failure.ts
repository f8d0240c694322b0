/** Why there is no usable answer to a request. */
export class RequestFailure extends Error {
  /** True where another try, later, may do better. */
  readonly passing: boolean;
  readonly status: number | undefined;
  /** Milliseconds that the server asks to be left alone. */
  readonly retryAfter: number | undefined;

  constructor(message: string, { passing, status, retryAfter, cause }: { readonly passing: boolean; readonly status?: number; readonly retryAfter?: number | undefined; readonly cause?: unknown }) {
    super(message, { cause });
    this.passing = passing;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Thrown in place of a request, and of a wait for one, once the user has ended the work. */
export class Interrupted extends Error {}
