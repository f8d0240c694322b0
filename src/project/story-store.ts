import { join } from 'node:path';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import type { Project } from './folder.ts';
import { JsonFiles, keyOf } from './json-files.ts';

/** The stories of a project. Every change is one file's: no lock is needed. */
export class StoryStore {
  private readonly files: JsonFiles;

  constructor(project: Project) {
    this.files = new JsonFiles(join(project.store, 'stories'));
  }

  /**
   * Keeps a story; another date or title for one that is there replaces it.
   * @returns false where it was there just so
   */
  add(story: Story): boolean {
    const key = keyOfStory(story);
    const old = this.files.read(key);
    if (typeof old === 'object' && JSON.stringify(old.value) === JSON.stringify(story)) return false;
    this.files.write(key, story);
    return true;
  }

  remove(story: Story): void {
    this.files.delete(keyOfStory(story));
  }

  /** When a story was last added, replaced or removed, in milliseconds since 1970; 0 where there never was one. */
  changedAt(): number {
    return this.files.changedAt();
  }

  /**
   * All stories, one at a time, in an order that does not depend on when they came. What is damaged is told of and left out;
   * what another process removes in between is left out.
   */
  *all(onDamaged: (error: DragomanError) => void): Generator<Story> {
    for (const key of this.files.keys()) {
      const file = this.files.read(key);
      if (typeof file === 'object' && isStory(file.value)) yield file.value;
      else if (file !== undefined) onDamaged(new DragomanError('E_MALFORMED', { what: this.files.pathOf(key), why: 'no stored story; add it again and delete this file' }));
    }
  }
}

/** One text under one id from one source and outlet: the same words elsewhere are a story of their own, that others may remove. */
function keyOfStory({ id, sha256, source, outlet, url }: Story): string {
  return keyOf([id, sha256, source, outlet ?? null, url ?? null]);
}

function isStory(value: unknown): value is Story {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return ['id', 'text', 'source', 'sha256'].every((name) => typeof fields[name] === 'string');
}
