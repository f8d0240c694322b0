import type { Draft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { isFurniture } from './furniture.ts';
import { unwrap } from './hard-wrap.ts';
import { pageLines, type PageLine } from './page-line.ts';
import { normaliseText } from './plain-text.ts';
import { isSentence, isTitleCase } from './prose.ts';
import { draftsOf, refuseLongLine } from './text-file.ts';

/** Marks a heading's level while the text is still one string; from the Private Use Area, which no story uses. */
const HEADING_MARK = '\ue000';

/**
 * The stories of a Markdown text (CommonMark, as far as news is written in it): each heading of the first level begins one. Front matter
 * holds for the first.
 * @throws DragomanError E_TOO_LARGE where a single line is longer than a story may be.
 */
export function readMarkdown(text: string, name: string): Draft[] {
  refuseLongLine(text, name);
  const { meta, body } = readFrontMatter(text);
  const plain = unwrap(joinSoftBreaks(normaliseText(stripBlocks(body.replaceAll(HEADING_MARK, '')))));
  return draftsOf(pageLines(plain).map(readHeading), name, meta);
}

/** Removes the marks of blocks and inline markup; a heading is left with a mark of its level, on a line of its own. */
function stripBlocks(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^(```|~~~)[^\n]*\n[\s\S]*?\n\1[`~]*[ \t]*$/gm, '')
    .replace(/^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$/gm, '')
    .replace(/^([^\n]*[\p{L}\p{N}][^\n]*)\n(=+|-{2,})[ \t]*$/gmu, (_, heading: string, line: string) => `\n${mark(line.startsWith('=') ? 1 : 2)}${heading}\n`)
    .replace(/^[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/gm, (_, marks: string, heading: string) => `\n${mark(marks.length)}${heading}\n`)
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replace(/^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)(?![-*_ \t]+$)/gm, '')
    .replace(/^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/gm, '')
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, cells: string) => cells.split('|').map((cell) => cell.trim()).filter(isSentence).join('\n'))
    .split('\n').map(stripInline).join('\n');
}

function mark(level: number): string {
  return `${HEADING_MARK}${level}`;
}

function stripInline(line: string): string {
  return line
    .replace(/!\[[^\]]*\](?:\([^)\s]*(?:\s+"[^"]*")?\)|\[[^\]]*\])/g, '')
    .replace(/\[\^[^\]]+\]:?/g, '')
    .replace(/\[([^\]]+)\](?:\([^)\s]*(?:\s+"[^"]*")?\)|\[[^\]]*\])/g, '$1')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(?<![\\\p{L}\p{N}])(\*\*\*|\*\*|\*|___|__|_)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/(?<![\\\p{L}\p{N}])(\*\*|\*|__|_)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/~~(?=\S)(.+?)~~/g, '$1').replace(/(`+)(.+?)\1/g, '$2')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1').replace(/\\$/, '');
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * A line break inside a paragraph is a space, by CommonMark. What was pasted line by line is told apart by its ends: the line before
 * must not end as sentences do, and go on in small letters, break off at a short word, or be long and no headline.
 */
function joinSoftBreaks(text: string): string {
  const paragraphs: string[] = [];
  for (const line of text.split('\n')) {
    const previous = paragraphs.at(-1) ?? '';
    if (previous !== '' && goesOn(previous, line)) paragraphs[paragraphs.length - 1] = `${previous} ${line}`;
    else paragraphs.push(line);
  }
  return paragraphs.join('\n');
}

function goesOn(line: string, next: string): boolean {
  if (next === '' || line.startsWith(HEADING_MARK) || next.startsWith(HEADING_MARK) || !/[\p{L}\p{N},;–—-]$/u.test(line)) return false;
  if (/^\p{Ll}/u.test(next) || / (?:a|an|the|of|on|in|at|by|to|and|or|for|from|with|that|as|is|was|were|has|had|its|his|her|their)$|,$/.test(line)) return true;
  return line.length >= 60 && !isTitleCase(line) && !isFurniture(line);
}

function readHeading(line: PageLine): PageLine {
  if (!line.text.startsWith(HEADING_MARK)) return line;
  return { ...line, text: line.text.slice(2).trim(), heading: Number(line.text[1]) };
}
