import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Lemmatiser, type TaggedForm } from '../../src/2-parse/lemmas.ts';
import { WordPiece } from '../../src/2-parse/wordpiece.ts';

const pieces = new WordPiece(readFileSync(new URL('../../model/vocab.txt', import.meta.url), 'utf8'));
const lemmatiser = new Lemmatiser((word) => pieces.isWord(word));
const lemma = (text: string, upos: string, xpos: string, more: Partial<TaggedForm> = {}): string =>
  lemmatiser.lemma({ text, upos, xpos, rule: '?', inCapitals: false, ...more });

/** "form base" pairs, apart by commas. */
const pairs = (list: string): readonly (readonly [string, string])[] =>
  list.split(',').map((pair) => {
    const [form = '', base = ''] = pair.trim().split(' ');
    return [form, base];
  });

describe('verbs', () => {
  it.each(pairs(`denied deny, accused accuse, met meet, urged urge, struck strike, planned plan, agreed agree, freed free, fled flee,
    killed kill, controlled control, expelled expel, called call, kidnapped kidnap, committed commit, visited visit, offered offer,
    developed develop, declared declare, hoped hope, filed file, argued argue, vowed vow, deployed deploy, vetoed veto, died die,
    lied lie, released release, focused focus, announced announce, charged charge, organised organise, settled settle, added add,
    co-starred co-star, retook retake, withdrew withdraw, overthrew overthrow, undermined undermine, said say, sought seek,
    threatened threaten, condemned condemn, negotiated negotiate, exhibited exhibit, besieged besiege, admitted admit`))(
    'past %s is of %s', (form, base) => {
      expect(lemma(form, 'VERB', 'VBD')).toBe(base);
    });

  it.each(pairs(`making make, running run, dying die, seeing see, fleeing flee, meeting meet, bringing bring, changing change,
    shelling shell, bombing bomb, imposing impose, warring war, resuming resume, sitting sit, relying rely, agreeing agree, suing sue`))(
    'participle %s is of %s', (form, base) => {
      expect(lemma(form, 'VERB', 'VBG')).toBe(base);
    });

  it.each(pairs('says say, denies deny, goes go, pushes push, raises raise, lies lie, focuses focus, vetoes veto, attacks attack, ties tie'))(
    'third person %s is of %s', (form, base) => {
      expect(lemma(form, 'VERB', 'VBZ')).toBe(base);
    });

  it('leaves a base form alone, but for its case', () => {
    expect(lemma('need', 'VERB', 'VB')).toBe('need');
    expect(lemma('Found', 'VERB', 'VB')).toBe('found');
    expect(lemma('Found', 'VERB', 'VBD')).toBe('find');
  });
});

describe('nouns', () => {
  it.each(pairs(`countries country, allies ally, houses house, buses bus, crises crisis, women woman, spokesmen spokesman, gunmen gunman,
    children child, thieves thief, heroes hero, churches church, villages village, taxes tax, addresses address, prizes prize,
    headquarters headquarters, series series, police police, people people, troops troop, sanctions sanction, movies movie, MPs MP,
    NGOs NGO, ex-wives ex-wife, grandchildren grandchild, viruses virus, 1990s 1990s, authorities authority, ties tie, bases base`))(
    'plural %s is of %s', (form, base) => {
      expect(lemma(form, 'NOUN', 'NNS')).toBe(base);
    });

  it('lowers a common noun of a heading, not an acronym', () => {
    expect(lemma('Government', 'NOUN', 'NN')).toBe('government');
    expect(lemma('GDP', 'NOUN', 'NN')).toBe('GDP');
    expect(lemma('CRISIS', 'NOUN', 'NN', { inCapitals: true })).toBe('crisis');
  });

  it('leaves names as they are', () => {
    expect(lemma('Emirates', 'PROPN', 'NNPS')).toBe('Emirates');
    expect(lemma('U.S.', 'PROPN', 'NNP')).toBe('U.S.');
  });
});

describe('other words', () => {
  it.each(pairs('bigger big, largest large, worse bad, easier easy, latest late, more more, strongest strong, safer safe'))(
    'degree %s is of %s', (form, base) => {
      expect(lemma(form, 'ADJ', form.endsWith('t') ? 'JJS' : 'JJR')).toBe(base);
    });

  it('keeps the capital of a demonym where the model does', () => {
    expect(lemma('Iranian', 'ADJ', 'JJ', { rule: '1|0|' })).toBe('Iranian');
    expect(lemma('Foreign', 'ADJ', 'JJ', { rule: '0|0|' })).toBe('foreign');
  });

  it('knows function words and clitics, with either apostrophe', () => {
    expect(lemma('were', 'AUX', 'VBD')).toBe('be');
    expect(lemma('wo', 'AUX', 'MD')).toBe('will');
    expect(lemma('n’t', 'PART', 'RB')).toBe('not');
    expect(lemma("'s", 'AUX', 'VBZ', { rule: '0|2|have' })).toBe('have');
    expect(lemma('’s', 'AUX', 'VBZ')).toBe('be');
    expect(lemma("'s", 'PART', 'POS')).toBe("'s");
    expect(lemma("'", 'PART', 'POS')).toBe("'s");
    expect(lemma("'d", 'AUX', 'VBD')).toBe('have');
    expect(lemma('them', 'PRON', 'PRP')).toBe('they');
    expect(lemma('her', 'PRON', 'PRP')).toBe('she');
    expect(lemma('her', 'PRON', 'PRP$')).toBe('her');
    expect(lemma('An', 'DET', 'DT')).toBe('a');
    expect(lemma('better', 'ADV', 'RBR')).toBe('well');
  });

  it('takes the commas out of numbers', () => {
    expect(lemma('1,00,000', 'NUM', 'CD')).toBe('100000');
    expect(lemma('5.5', 'NUM', 'CD')).toBe('5.5');
    expect(lemma('Three', 'NUM', 'CD')).toBe('three');
  });
});
