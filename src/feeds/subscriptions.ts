import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from '../../graph/atomic-file.ts';
import { DragomanError } from '../errors.ts';
import { lockProject, type Project } from '../project/index.ts';
import { isSystemError, readError } from '../system-error.ts';

const FEED = z.object({
  /** Where it is asked for. */
  url: z.string(),
  title: z.string().optional(),
  /** The address that the user gave, where the feed has moved since: its stories go on bearing it. */
  from: z.string().optional(),
  /** Its host is in this machine's own network, and was when the user named it: only then may it lead there. */
  local: z.boolean().optional(),
});
const FILE = z.object({ format: z.literal(1), feeds: z.array(FEED) });

/** A feed that a project reads. */
export type Subscription = Readonly<z.infer<typeof FEED>>;

/** What the stories of a feed have as their source: the address that the user gave. */
export function sourceOf({ url, from }: Subscription): string {
  return from ?? url;
}

/** The feeds of a project, in `.dragoman/feeds.json`. Changes take turns; the file is whole at any moment. */
export class Subscriptions {
  private readonly project: Project;
  private readonly path: string;

  constructor(project: Project) {
    this.project = project;
    this.path = join(project.store, 'feeds.json');
  }

  /** @throws DragomanError E_MALFORMED, E_PERMISSION, E_UNREADABLE */
  all(): readonly Subscription[] {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (cause) {
      if (isSystemError(cause) && cause.code === 'ENOENT') return [];
      throw readError(this.path, cause);
    }
    const feeds = FILE.safeParse(jsonOf(text)).data?.feeds;
    if (!feeds) throw new DragomanError('E_MALFORMED', { what: this.path, why: 'no list of feeds' });
    return feeds;
  }

  /** The feed with this address, now or when the user gave it. */
  find(address: string): Subscription | undefined {
    return this.all().find(({ url, from }) => url === address || from === address);
  }

  /** False where it is there already. */
  async add(feed: Subscription): Promise<boolean> {
    return this.change((feeds) => (feeds.some(({ url }) => url === feed.url) ? undefined : [...feeds, feed]));
  }

  /** False where there is none. */
  async remove(url: string): Promise<boolean> {
    return this.change((feeds) => (feeds.some((feed) => feed.url === url) ? feeds.filter((feed) => feed.url !== url) : undefined));
  }

  /** Puts another in its place; what stands at the new address already stays, and the old one goes. */
  async replace(url: string, feed: Subscription): Promise<boolean> {
    return this.change((feeds) => {
      if (!feeds.some((one) => one.url === url)) return undefined;
      return feeds.flatMap((one) => (one.url === url ? [feed] : one.url === feed.url ? [] : [one]));
    });
  }

  /** @throws DragomanError E_BUSY, E_WRITE */
  private async change(step: (feeds: readonly Subscription[]) => readonly Subscription[] | undefined): Promise<boolean> {
    const lock = await lockProject(this.project, 'feeds');
    try {
      const feeds = step(this.all());
      if (feeds) writeAtomically(this.path, [`${JSON.stringify({ format: 1, feeds }, undefined, 2)}\n`]);
      return feeds !== undefined;
    } finally {
      await lock.release();
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
