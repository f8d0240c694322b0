import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Extraction } from '../model/extraction.ts';
import type { Story } from '../model/story.ts';
import { EXTRACTOR_VERSION } from '../model/version.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { Project } from './folder.ts';
import { JsonFiles, keyOf } from './json-files.ts';

const FOLDER = 'extractions';
const DIGITS = 12;

/** What extractions depend on beside the story and the extractor. */
export interface Variant {
  readonly vocabulary?: Vocabulary | undefined;
  /** The `version` of a reader that went over them after the extractor. */
  readonly reader?: readonly unknown[] | undefined;
}

/**
 * What the stories of a project gave, by the content of the story, apart for every version of the extractor, every vocabulary
 * and every further reader. Nothing in it is needed: what is missing or damaged is extracted again.
 */
export class ExtractionStore {
  private readonly files: JsonFiles;
  private readonly project: Project;

  constructor(project: Project, variant: Variant = {}) {
    this.project = project;
    const parts = [variant.vocabulary, variant.reader].map((part) => (part ? `+${keyOf([part]).slice(0, DIGITS)}` : ''));
    this.files = new JsonFiles(join(project.store, FOLDER, `${EXTRACTOR_VERSION}${parts.join('')}`));
  }

  get(story: Story): Extraction | undefined {
    const file = this.files.read(keyOfContent(story));
    return typeof file === 'object' && isFindings(file.value) ? { story, ...file.value } : undefined;
  }

  put({ story, ...findings }: Extraction): void {
    this.files.write(keyOfContent(story), findings);
  }

  /** Deletes what belongs to none of these stories or to another version; no other build may be at work. */
  keepOnly(stories: ReadonlySet<string>): void {
    this.files.keepOnly(stories);
    const all = join(this.project.store, FOLDER);
    for (const name of existsSync(all) ? readdirSync(all) : []) {
      if (name !== EXTRACTOR_VERSION && !name.startsWith(`${EXTRACTOR_VERSION}+`)) rmSync(join(all, name), { recursive: true, force: true });
    }
  }
}

/** Of all that the extractor reads in a story; where the text was printed is none of it. */
export function keyOfContent({ id, title, text, dateline, published }: Story): string {
  return keyOf([id, title ?? null, text, dateline ?? null, published ?? null]);
}

function isFindings(value: unknown): value is Omit<Extraction, 'story'> {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return ['entities', 'relations', 'mentions'].every((name) => Array.isArray(fields[name]));
}
