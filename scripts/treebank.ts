import { readFileSync } from 'node:fs';

/** A word of a treebank; places are in characters of the document other than white space. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Place in the sentence, from 1; 0 is the root. */
  readonly head: number;
  readonly deprel: string;
  readonly start: number;
  readonly end: number;
}

export interface GoldDocument {
  readonly id: string;
  /** Rebuilt: a paragraph a line, space where the treebank has it. */
  readonly text: string;
  readonly sentences: readonly (readonly GoldWord[])[];
}

interface OpenDocument {
  id: string;
  text: string;
  characters: number;
  sentences: GoldWord[][];
}

/** Reads a CoNLL-U file (https://universaldependencies.org/format.html) as documents with the raw text that they were made from. */
export function readTreebank(file: string): readonly GoldDocument[] {
  const documents: OpenDocument[] = [];
  for (const block of readFileSync(file, 'utf8').split(/\n\n+/)) {
    const lines = block.split('\n').filter((line) => line);
    const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
    if (!rows.length) continue;
    const name = /^# newdoc id = (.*)$/m.exec(block)?.[1];
    let document = documents.at(-1);
    if (!document || name !== undefined) {
      document = { id: name ?? '', text: '', characters: 0, sentences: [] };
      documents.push(document);
    } else if (/^# newpar/m.test(block)) {
      document.text = `${document.text.trimEnd()}\n`;
    }
    addSentence(document, rows);
  }
  return documents.map(({ id, text, sentences }) => ({ id, text: text.trimEnd(), sentences }));
}

function addSentence(document: OpenDocument, rows: readonly (readonly string[])[]): void {
  const words: GoldWord[] = [];
  let joinedUntil = 0;
  let spaceAfterJoined = true;
  for (const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '0', deprel = '', , misc = ''] of rows) {
    const hasSpace = !misc.includes('SpaceAfter=No');
    if (id.includes('-')) {
      joinedUntil = Number(id.split('-')[1]);
      spaceAfterJoined = hasSpace;
      continue;
    }
    if (id.includes('.')) continue;
    const start = document.characters;
    document.characters += form.replace(/\s/gu, '').length;
    words.push({ form, lemma, upos, xpos, head: Number(head), deprel, start, end: document.characters });
    const place = Number(id);
    const space = place < joinedUntil ? false : place === joinedUntil ? spaceAfterJoined : hasSpace;
    document.text += form + (space ? ' ' : '');
  }
  document.sentences.push(words);
}
