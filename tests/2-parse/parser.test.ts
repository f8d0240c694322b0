import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createParser, type Parser } from '../../src/2-parse/index.ts';
import type { Story } from '../../src/model/story.ts';
import type { Sentence } from '../../src/model/sentence.ts';

const MODEL = fileURLToPath(new URL('../../model/', import.meta.url));
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const story = (text: string): Story => ({ id: 'sample', text, source: '-', sha256: '' });

const TEXT = [
  "Norland's foreign minister, Ada Moss, met Iranian President Hassan Odo in Kabul on Tuesday.",
  'The talks, which the U.S. had opposed, were denied by officials. "We can\'t accept that," she told reporters.',
  'Militants attacked an army base near Kandahar, killing four soldiers.',
].join('\n');

let parser: Parser;
beforeAll(async () => {
  parser = await createParser();
});
afterAll(async () => {
  await parser.dispose();
});

const find = (sentence: Sentence | undefined, text: string) => {
  const token = sentence?.tokens.find((each) => each.text === text);
  if (!token) throw new Error(`no token ${text}`);
  return token;
};

describe('a parsed story', () => {
  let sentences: readonly Sentence[] = [];
  beforeAll(async () => {
    ({ sentences } = await parser.parse(story(TEXT)));
  });

  it('has sentences and tokens at their places in the text', () => {
    expect(sentences.map((sentence) => sentence.paragraph)).toEqual([0, 1, 1, 2]);
    sentences.forEach((sentence, index) => {
      expect(sentence.index).toBe(index);
      expect(sentence.text).toBe(TEXT.slice(sentence.start, sentence.end));
      sentence.tokens.forEach((token, place) => {
        expect(token.index).toBe(place);
        expect(token.text).toBe(TEXT.slice(token.start, token.end));
      });
    });
  });

  it('has one root in each sentence and no cycle', () => {
    for (const { tokens } of sentences) {
      expect(tokens.filter((token) => token.head === -1).map((token) => token.deprel)).toEqual(['root']);
      for (const token of tokens) {
        let at = token;
        for (let steps = 0; at.head >= 0; steps++) {
          expect(steps).toBeLessThan(tokens.length);
          at = tokens[at.head] ?? at;
        }
      }
    }
  });

  it('says who did what to whom', () => {
    const [meeting, denial, , attack] = sentences;
    const met = find(meeting, 'met');
    expect(met).toMatchObject({ lemma: 'meet', upos: 'VERB', xpos: 'VBD', head: -1, deprel: 'root' });
    expect(find(meeting, 'minister')).toMatchObject({ head: met.index, deprel: 'nsubj', upos: 'NOUN' });
    expect(find(meeting, 'Norland')).toMatchObject({ deprel: 'nmod:poss', head: find(meeting, 'minister').index });
    expect(find(denial, 'denied')).toMatchObject({ lemma: 'deny', deprel: 'root' });
    expect(find(denial, 'talks')).toMatchObject({ lemma: 'talk', deprel: 'nsubj:pass', feats: 'Number=Plur' });
    expect(find(attack, 'Militants')).toMatchObject({ deprel: 'nsubj', head: find(attack, 'attacked').index });
    expect(find(attack, 'base')).toMatchObject({ deprel: 'obj', head: find(attack, 'attacked').index });
  });

  it('has named spans', () => {
    const named = sentences.map(({ tokens, spans }) =>
      spans.map((span) => `${span.label} ${tokens.slice(span.first, span.last).map((token) => token.text).join(' ')}`));
    expect(named[0]).toEqual(expect.arrayContaining(['PERSON Ada Moss', 'NORP Iranian', 'PERSON Hassan Odo', 'GPE Kabul', 'DATE Tuesday']));
    expect(named[1]).toContain('GPE U.S.');
    expect(named[3]).toContain('GPE Kandahar');
  });
});

describe('the parser', () => {
  const words = ['Officials', 'said', 'the', 'army', 'seized', 'the', 'port', '.'];

  it('gives a sentence the same analysis alone, among others and at the same time as others', async () => {
    const whole = await parser.parse(story(TEXT));
    for (const sentence of whole.sentences) {
      const alone = await parser.parse(story(sentence.text));
      const bare = ({ tokens, spans }: Sentence) => ({ spans, tokens: tokens.map(({ start: _start, end: _end, ...rest }) => rest) });
      expect(alone.sentences.map(bare)).toEqual([bare(sentence)]);
    }
    const [first, second, again] = await Promise.all([parser.parse(story(TEXT)), parser.parseWords(words), parser.parse(story(TEXT))]);
    expect(first).toEqual(whole);
    expect(again).toEqual(whole);
    expect(second).toEqual(await parser.parseWords(words));
  });

  it('says the same on the wasm runtime', async () => {
    const wasm = await createParser({ runtime: 'wasm' });
    try {
      expect(wasm.runtime).toBe('wasm');
      expect(parser.runtime).toBe('native');
      expect(await wasm.parse(story(TEXT))).toEqual(await parser.parse(story(TEXT)));
    } finally {
      await wasm.dispose();
    }
  });

  it('gives an empty story no sentences', async () => {
    expect((await parser.parse(story(''))).sentences).toEqual([]);
    expect((await parser.parse(story('\n \n'))).sentences).toEqual([]);
  });

  it('cuts a sentence that is too long for the model at its clauses, and loses nothing', async () => {
    const clause = 'the envoy of the northern province told the assembly that the road to the border was closed';
    const text = `${Array.from({ length: 40 }, () => clause).join('; ')}.`;
    const { sentences } = await parser.parse(story(text));
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.slice(0, -1).every((sentence) => sentence.text.endsWith(';'))).toBe(true);
    expect(sentences.map((sentence) => sentence.text).join(' ')).toBe(text);
  });

  it('takes text that is hardly text', async () => {
    const odd = `${'!'.repeat(3000)} ${'x-'.repeat(500)} \ud800 🙂 ${'(('.repeat(400)}\n${'word '.repeat(600)}`;
    const { sentences } = await parser.parse(story(odd));
    expect(sentences.flatMap((sentence) => sentence.tokens).map((token) => token.text).join('')).toBe(odd.replace(/\s/gu, ''));
  });
});

describe('a model that cannot be loaded', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dragoman-model-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const copy = (...names: readonly string[]): string => {
    const target = path.join(folder, String(names.length));
    mkdirSync(target, { recursive: true });
    for (const name of names) copyFileSync(path.join(MODEL, name), path.join(target, name));
    return target;
  };

  it('is an E_MODEL error in one line, whatever is missing or broken', async () => {
    const noWeights = copy('labels.json', 'vocab.txt');
    const broken = copy('labels.json', 'vocab.txt', 'vocab.txt');
    writeFileSync(path.join(broken, 'parser.int8.onnx'), 'not a model');
    const noLabels = copy('vocab.txt');
    writeFileSync(path.join(noLabels, 'labels.json'), '{"upos":["X"]}');
    for (const modelFolder of [noWeights, broken, noLabels, path.join(folder, 'nowhere')]) {
      const error: unknown = await createParser({ modelFolder }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'DragomanError', code: 'E_MODEL' });
      expect(String(error)).not.toContain('\n');
    }
  });
});
