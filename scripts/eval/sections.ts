import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A part of a page that is written by measuring: its name, and the heading it gets where the page lacks it. */
export interface Section {
  readonly name: string;
  readonly heading: string;
  readonly text: string;
}

const opening = (name: string): string => `<!-- eval:${name} -->`;
const closing = (name: string): string => `<!-- /eval:${name} -->`;

/** The page with what stands between the section's marks replaced; a section that it lacks is put at its end. */
export function withSection(page: string, { name, heading, text }: Section): string {
  const block = `${opening(name)}\n${text}\n${closing(name)}`;
  const start = page.indexOf(opening(name));
  const end = page.indexOf(closing(name));
  if (start >= 0 && end > start) return page.slice(0, start) + block + page.slice(end + closing(name).length);
  return `${page.trimEnd()}\n\n## ${heading}\n\n${block}\n`.trimStart();
}

/** Writes the sections into the page, which is begun where there is none. */
export function writeSections(path: string, title: string, sections: readonly Section[]): void {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : `# ${title}\n`;
  writeFileSync(path, sections.reduce(withSection, page));
}
