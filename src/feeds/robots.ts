import robotsParser from 'robots-parser';
import { z } from 'zod';
import { keyOf, type JsonFiles } from '../project/index.ts';
import { DAY, MINUTE, type Clock } from './clock.ts';

/** The package's types take it for a module of the other kind: what is imported is the function itself. */
const parse = robotsParser as unknown as typeof robotsParser.default;

/** What a server's robots.txt says (RFC 9309). */
export interface Robots {
  allows(address: string): boolean;
  /** Why its rules could not be had: nothing is fetched for now. */
  readonly unknown?: string;
  /** Seconds between two requests. */
  readonly crawlDelay?: number | undefined;
}

/** What was had of `/robots.txt`: its text, that there is none, or nothing that counts. */
export type RobotsAnswer = { readonly text: string } | 'none' | { readonly unreachable: string };

/** The token of the User-Agent header that robots.txt may name. */
export const PRODUCT = 'dragoman';
const LONGEST_KEPT = DAY;
/** Rules that could not be had are asked for again after. */
const UNREACHABLE_KEPT = 30 * MINUTE;
/** Servers whose rules are held in memory; those on the disk stay. */
const MOST_KNOWN = 1000;
/** In characters; RFC 9309 asks for 500 KiB. */
const LONGEST_TEXT = 512_000;

const STORED = z.object({ origin: z.string(), text: z.string().nullable(), until: z.number() });
type Stored = z.infer<typeof STORED>;

/** The rules of every server, asked for once a day and kept on the disk. */
export class RobotsRules {
  private readonly files: JsonFiles;
  private readonly clock: Clock;
  private readonly known = new Map<string, { readonly until: number; readonly robots: Promise<Robots> }>();

  constructor(files: JsonFiles, clock: Clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Those of a scheme, host and port; `ask` gets its robots.txt. Errors of `ask` pass through, and nothing is kept. */
  async of(origin: string, ask: () => Promise<RobotsAnswer>): Promise<Robots> {
    const known = this.known.get(origin);
    if (known && known.until > this.clock.now()) return known.robots;
    const kept = this.kept(origin);
    if (kept && kept.until > this.clock.now()) return this.remember(origin, kept.until, Promise.resolve(rulesOf(origin, kept.text)));
    const asked = this.ask(origin, kept, ask);
    asked.catch(() => this.known.delete(origin));
    return this.remember(origin, this.clock.now() + UNREACHABLE_KEPT, asked);
  }

  private async ask(origin: string, old: Stored | undefined, ask: () => Promise<RobotsAnswer>): Promise<Robots> {
    const answer = await ask();
    // Rules that were had before hold on while the server is in trouble.
    if (typeof answer === 'object' && 'unreachable' in answer) return old ? rulesOf(origin, old.text) : { allows: () => false, unknown: answer.unreachable };
    const text = answer === 'none' ? null : answer.text.slice(0, LONGEST_TEXT);
    const until = this.clock.now() + LONGEST_KEPT;
    this.files.write(keyOf([origin]), { origin, text, until } satisfies Stored);
    return this.remember(origin, until, Promise.resolve(rulesOf(origin, text)));
  }

  private remember(origin: string, until: number, robots: Promise<Robots>): Promise<Robots> {
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(origin, { until, robots });
    return robots;
  }

  private kept(origin: string): Stored | undefined {
    const file = this.files.read(keyOf([origin]));
    return typeof file === 'object' ? STORED.safeParse(file.value).data : undefined;
  }
}

function rulesOf(origin: string, text: string | null): Robots {
  if (text === null) return { allows: () => true };
  const rules = parse(`${origin}/robots.txt`, text.replace(/^\ufeff/, ''));
  const crawlDelay = rules.getCrawlDelay(PRODUCT);
  return { allows: (address) => rules.isAllowed(address, PRODUCT) !== false, crawlDelay: crawlDelay && crawlDelay > 0 ? crawlDelay : undefined };
}
