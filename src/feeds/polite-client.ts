import { collectBody, fetchFailure } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Clock } from './clock.ts';
import { Interrupted, RequestFailure } from './failure.ts';
import { HostTurns } from './host-turns.ts';
import { isLocalHost, isPrivateHost, type Lookup } from './private-hosts.ts';
import { RobotsRules, type Robots, type RobotsAnswer } from './robots.ts';
import { retryAfterOf } from './schedule.ts';
import type { JsonFiles } from '../project/index.ts';

export interface ClientOptions {
  readonly userAgent: string;
  readonly clock: Clock;
  /** Given when the user ends the work: no further request is made. */
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  readonly lookup: Lookup;
  /** Where the rules of servers are kept. */
  readonly robots: JsonFiles;
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether redirects, or the address itself, may lead into this machine's network. */
  readonly privateAllowed: boolean;
}

/** An answer with status 200 to 299 or 304, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Where redirects led. */
  readonly address: string;
  /** Where permanent redirects led before any other: the address to ask from now on. */
  readonly moved?: string;
}

/** For one request with its answer. */
const TIMEOUT_SECONDS = 30;
/** As many as RFC 9309 asks for. */
const MOST_REDIRECTS = 5;
/** No address that people use comes near. */
const LONGEST_ADDRESS = 4000;

/** Makes requests that a server can bear: by its robots.txt, one at a time, with pauses, and never where they do not belong. */
export class PoliteClient {
  readonly signal: AbortSignal;
  private readonly options: ClientOptions;
  private readonly turns: HostTurns;
  private readonly rules: RobotsRules;

  constructor(options: ClientOptions) {
    this.options = options;
    this.signal = options.signal;
    this.turns = new HostTurns(options.clock, options.signal);
    this.rules = new RobotsRules(options.robots, options.clock);
  }

  /** True where an address leads to this machine or its network, and nowhere else. */
  async isLocal(address: string): Promise<boolean> {
    return isLocalHost(new URL(address).hostname, this.options.lookup);
  }

  /**
   * Gets an address, through redirects.
   * @throws RequestFailure, DragomanError E_TOO_LARGE, Interrupted
   */
  async get(address: string, options: RequestOptions): Promise<Answer> {
    return this.follow(address, options, async (url) => {
      const robots = await this.robotsOf(url, options);
      if (robots.unknown !== undefined) throw new RequestFailure(`its server's robots.txt cannot be had for now: ${robots.unknown}`, { passing: true });
      if (!robots.allows(url.href)) throw new RequestFailure('its robots.txt forbids it', { passing: false });
    });
  }

  private async follow(address: string, { headers = {}, privateAllowed }: RequestOptions, check: (url: URL) => Promise<void>): Promise<Answer> {
    let url = this.checked(address);
    let moved: string | undefined;
    let permanent = true;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (!privateAllowed && await isPrivateHost(url.hostname, this.options.lookup)) throw new RequestFailure(`${hop ? 'it leads to' : 'it is'} an address inside this machine's network`, { passing: false });
      await check(url);
      const answer = await this.turns.take(url.hostname, () => this.request(url, headers));
      const location = [301, 302, 303, 307, 308].includes(answer.status) ? answer.headers.get('location') : null;
      if (location === null) return { ...this.usable(url, answer), ...(moved === undefined ? {} : { moved }) };
      permanent &&= answer.status === 301 || answer.status === 308;
      url = this.checked(location, url);
      if (permanent) moved = url.href;
    }
    throw new RequestFailure(`more than ${MOST_REDIRECTS} redirects`, { passing: false });
  }

  private checked(address: string, base?: URL): URL {
    if (!URL.canParse(address, base?.href)) throw new RequestFailure(base ? 'it leads to what is no address' : 'no address', { passing: false });
    const url = new URL(address, base);
    url.hash = '';
    if (!/^https?:$/.test(url.protocol)) throw new RequestFailure(`${base ? 'it leads to' : 'it is'} no http(s) address`, { passing: false });
    if (url.username || url.password) throw new RequestFailure('an address with a password in it', { passing: false });
    if (url.href.length > LONGEST_ADDRESS) throw new RequestFailure('an address of endless length', { passing: false });
    return url;
  }

  private async request(url: URL, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const { fetch: get, userAgent } = this.options;
    let response: Response;
    try {
      response = await get(url.href, { headers: { 'accept-language': 'en', ...headers, 'user-agent': userAgent }, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) });
      const body = response.body === null ? new Uint8Array() : await collectBody(response.body as unknown as AsyncIterable<Uint8Array>, url.href);
      return { status: response.status, headers: response.headers, body, address: url.href };
    } catch (cause) {
      if (cause instanceof DragomanError) throw cause;
      throw new RequestFailure(fetchFailure(cause), { passing: true, cause });
    }
  }

  private usable(url: URL, answer: Answer): Answer {
    const { status, headers } = answer;
    if ((status >= 200 && status < 300) || status === 304) return answer;
    const retryAfter = status === 429 || status === 503 ? retryAfterOf(headers.get('retry-after'), this.options.clock.now()) : undefined;
    if (retryAfter) this.turns.pause(url.hostname, retryAfter);
    throw new RequestFailure(`HTTP ${status}`, { passing: status >= 500 || [408, 425, 429].includes(status), status, retryAfter });
  }

  private async robotsOf(url: URL, options: RequestOptions): Promise<Robots> {
    const robots = await this.rules.of(url.origin, () => this.askRobots(`${url.origin}/robots.txt`, options));
    if (robots.crawlDelay !== undefined) this.turns.slowDown(url.hostname, robots.crawlDelay);
    return robots;
  }

  /** As RFC 9309 has it: what a server refuses it does not have; one in trouble allows nothing for now. */
  private async askRobots(address: string, { privateAllowed }: RequestOptions): Promise<RobotsAnswer> {
    try {
      const { body } = await this.follow(address, { privateAllowed }, () => Promise.resolve());
      return { text: Buffer.from(body).toString('utf8') };
    } catch (cause) {
      if (cause instanceof Interrupted) throw cause;
      if (cause instanceof RequestFailure && !cause.passing) return 'none';
      return { unreachable: cause instanceof Error ? cause.message : String(cause) };
    }
  }
}
