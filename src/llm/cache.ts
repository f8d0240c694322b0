import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const STORED = z.object({ content: z.string() });

/**
 * Answers on the disk, one file each, so that a second run over the same stories costs nothing. A file that cannot be
 * read counts as absent, one that cannot be written is left: the cache is never the reason that a run fails.
 */
export class AnswerCache {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get(key: string): string | undefined {
    try {
      return STORED.safeParse(JSON.parse(readFileSync(this.file(key), 'utf8'))).data?.content;
    } catch {
      return undefined;
    }
  }

  put(key: string, content: string): void {
    const part = `${this.file(key)}.${process.pid}.tmp`;
    try {
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(part, JSON.stringify({ content }));
      renameSync(part, this.file(key));
    } catch {
      // The answer is asked for again next time.
    }
  }

  private file(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}

/** Key of an answer: everything that it depends on. */
export function cacheKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
