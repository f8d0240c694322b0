import type { Story } from '../model/story.ts';
import { count } from './count.ts';

const BAR_WIDTH = 24;
/** Elsewhere than on a terminal: a line for so many stories. */
const STORIES_A_LINE = 100;

/** Tells how far a run is: a bar, rewritten on its line, on a terminal; a line every hundred stories elsewhere. */
export class Progress {
  private readonly stream: NodeJS.WriteStream;
  private readonly sizes: ReadonlyMap<string, number> | undefined;
  private readonly total: number;
  private readonly read = new Map<string, number>();
  private current = '';
  private stories = 0;
  private statements = 0;
  private shown = false;

  /** `sizes`: bytes of each file; without them the run has no known end, and there are counts but no bar. */
  constructor(stream: NodeJS.WriteStream, sizes?: ReadonlyMap<string, number>) {
    this.stream = stream;
    this.sizes = sizes;
    this.total = sizes ? [...sizes.values()].reduce((sum, size) => sum + size, 0) : 0;
  }

  /** One more story, with so many statements. */
  story(story: Story, statements: number): void {
    this.stories++;
    this.statements += statements;
    this.count(story);
    const counts = `${count(this.stories, 'story', 'stories')}, ${count(this.statements, 'statement')}`;
    if (this.stream.isTTY) this.draw(counts, story.title ?? story.id);
    else if (this.stories % STORIES_A_LINE === 0) this.stream.write(`${counts}\n`);
  }

  /** Clears the rewritten line, so that another line can be written. */
  clear(): void {
    if (this.shown) this.stream.write('\r\u001b[2K');
    this.shown = false;
  }

  /** Share of the input that has been read, from 0 to 1; undefined where its size is not known. */
  share(): number | undefined {
    if (!this.total) return undefined;
    const done = [...this.read.values()].reduce((sum, bytes) => sum + bytes, 0);
    return Math.min(1, done / this.total);
  }

  /** A file counts by the text that came from it, and as a whole once the next one begins. */
  private count(story: Story): void {
    const size = this.sizes?.get(story.source) ?? 0;
    if (story.source !== this.current && this.current) this.read.set(this.current, this.sizes?.get(this.current) ?? 0);
    this.current = story.source;
    this.read.set(story.source, Math.min(size, (this.read.get(story.source) ?? 0) + Buffer.byteLength(story.text)));
  }

  private draw(counts: string, title: string): void {
    const share = this.share();
    const full = Math.round((share ?? 0) * BAR_WIDTH);
    const bar = share === undefined ? '' : `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${String(Math.round(share * 100)).padStart(3)} %  `;
    const line = `${bar}${counts}  ${title}`;
    this.stream.write(`\r\u001b[2K${line.slice(0, Math.max(20, (this.stream.columns || 80) - 1))}`);
    this.shown = true;
  }
}
