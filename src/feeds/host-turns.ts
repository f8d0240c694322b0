import { SECOND, type Clock } from './clock.ts';
import { Interrupted, RequestFailure } from './failure.ts';

/** Between the end of a request and the next one to the same host. */
const GAP = SECOND;
/** Of a Crawl-delay: an hour. */
const LONGEST_GAP = 3600 * SECOND;

interface Host {
  /** Ends when the request before has its answer. */
  last: Promise<unknown>;
  nextAt: number;
  pausedUntil: number;
  gap: number;
}

/** One request at a time to each host, with a pause after each. */
export class HostTurns {
  private readonly hosts = new Map<string, Host>();
  private readonly clock: Clock;
  private readonly signal: AbortSignal;

  constructor(clock: Clock, signal: AbortSignal) {
    this.clock = clock;
    this.signal = signal;
  }

  /**
   * Runs a request when it is its turn.
   * @throws RequestFailure where the host has asked to be left alone, Interrupted
   */
  async take<T>(name: string, request: () => Promise<T>): Promise<T> {
    const host = this.host(name);
    const turn = host.last.then(async () => {
      const paused = host.pausedUntil - this.clock.now();
      if (paused > 0) throw new RequestFailure('its server asks to be left alone', { passing: true, retryAfter: paused });
      await this.clock.sleep(host.nextAt - this.clock.now(), this.signal);
      if (this.signal.aborted) throw new Interrupted();
      try {
        return await request();
      } finally {
        host.nextAt = this.clock.now() + host.gap;
      }
    });
    host.last = turn.catch(() => undefined);
    return turn;
  }

  /** Keeps to a Crawl-delay, in seconds. */
  slowDown(name: string, delay: number): void {
    const host = this.host(name);
    const gap = Math.min(LONGEST_GAP, Math.max(GAP, delay * SECOND));
    if (host.nextAt) host.nextAt += gap - host.gap;
    host.gap = gap;
  }

  /** Leaves a host alone for so many milliseconds. */
  pause(name: string, ms: number): void {
    this.host(name).pausedUntil = this.clock.now() + ms;
  }

  private host(name: string): Host {
    let host = this.hosts.get(name);
    if (!host) this.hosts.set(name, host = { last: Promise.resolve(), nextAt: 0, pausedUntil: 0, gap: GAP });
    return host;
  }
}
