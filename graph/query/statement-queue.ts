import { setImmediate } from 'node:timers/promises';
import type { Connection } from './engine.ts';

/** Statements that run one after another, on a thread of the engine, while the caller makes the next ones. */
export class StatementQueue {
  readonly #connection: Connection;
  #last: Promise<unknown> = Promise.resolve();
  #failure: { readonly cause: unknown } | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Takes a statement to run after those before it; once one fails, no further one runs. */
  add(statement: string, after?: () => void): void {
    this.#last = this.#last.then(async () => {
      if (this.#failure) return;
      await this.#connection.query(statement);
      after?.();
    }).catch((cause: unknown) => { this.#failure ??= { cause }; });
  }

  /** Lets a statement that waits begin. @throws the error of a statement that failed */
  async breathe(): Promise<void> {
    await setImmediate();
    this.#check();
  }

  /** When no statement runs any more. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** When all have run. @throws the error of a statement that failed */
  async done(): Promise<void> {
    await this.#last;
    this.#check();
  }

  #check(): void {
    if (this.#failure) throw this.#failure.cause;
  }
}
