import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentenceSpans, wordSpans } from '../../src/2-parse/index.ts';

const cases = new URL('./cases/', import.meta.url);

/** A sentence a line, words apart, an empty line between paragraphs. */
function split(text: string): string {
  let out = '';
  let paragraph = 0;
  for (const sentence of sentenceSpans(text)) {
    if (sentence.paragraph !== paragraph) out += '\n';
    paragraph = sentence.paragraph;
    out += `${sentence.words.map((word) => text.slice(word.start, word.end)).join(' ')}\n`;
  }
  return out;
}

describe('sentences and words', () => {
  for (const name of readdirSync(cases).sort()) {
    it(`splits ${name}`, () => {
      const folder = new URL(`${name}/`, cases);
      expect(split(readFileSync(new URL('story.txt', folder), 'utf8'))).toBe(readFileSync(new URL('expected.txt', folder), 'utf8'));
    });
  }

  it('ends a sentence at every kind of line break', () => {
    expect(split('One line\r\nAnother\rA third\u2028A fourth\u2029A fifth')).toBe('One line\n\nAnother\n\nA third\n\nA fourth\n\nA fifth\n');
  });

  it('counts only lines with words as paragraphs', () => {
    const paragraphs = Array.from(sentenceSpans('\n\nOne.\n \t\nTwo. Still two.\n\u200b\nThree.\n'), (sentence) => sentence.paragraph);
    expect(paragraphs).toEqual([0, 1, 1, 2]);
  });

  it('gives nothing for a text without words', () => {
    expect([...sentenceSpans('')]).toEqual([]);
    expect([...sentenceSpans(' \n\u00a0\t\ufeff\n')]).toEqual([]);
  });
});

describe('word offsets', () => {
  const samples = [
    'The U.S.-led force’s “plan” (see map) cost $1,00,000…',
    'a\u00a0b\u200bc 🙂👩‍👩‍👧 \ud800 \udc00x e\u0301te\u0301 مرحبا 中文字 हिन्दी।',
    "''--'' ... ?!?! ((a)) [[b]] {c} <d> e=f*g_h ~ ^ ` ´ | \\ / § ° © №",
    'x'.repeat(5000),
    `${'a-'.repeat(700)}b`,
    `${'a.'.repeat(700)}b`,
    "'".repeat(1500),
  ];

  it('cover every character but white space, in order, once', () => {
    for (const sample of samples) {
      let at = 0;
      for (const { start, end } of wordSpans(sample, 0, sample.length)) {
        expect(sample.slice(at, start)).toMatch(/^[\s\u200b]*$/u);
        expect(end).toBeGreaterThan(start);
        expect(sample.slice(start, end)).not.toMatch(/\s/u);
        at = end;
      }
      expect(sample.slice(at)).toMatch(/^\s*$/u);
    }
  });

  it('stay within the stretch that is asked for', () => {
    expect([...wordSpans('one two three', 4, 7)]).toEqual([{ start: 4, end: 7 }]);
    expect([...wordSpans('one two three', 4, 6)]).toEqual([{ start: 4, end: 6 }]);
  });
});

describe('a line without an end', () => {
  it('comes in parts of bounded size, before the whole of it is read', () => {
    const line = 'word after word '.repeat(400_000);
    const parts = sentenceSpans(line);
    const first = parts.next().value;
    expect(first?.words.length).toBeGreaterThan(1000);
    expect(first?.words.length).toBeLessThan(5000);
    expect(first?.words[0]).toEqual({ start: 0, end: 4 });
  });

  it('loses no word where the parts meet', () => {
    const line = Array.from({ length: 9000 }, (_, index) => (index % 50 === 49 ? 'said.' : index % 50 === 0 ? 'Then' : `word${index}`)).join(' ');
    const words = Array.from(sentenceSpans(line), (sentence) => sentence.words).flat();
    expect(words.map((word) => line.slice(word.start, word.end)).join(' ')).toBe(line.replaceAll('said.', 'said .'));
    expect(Array.from(sentenceSpans(line)).length).toBe(180);
  });
});
