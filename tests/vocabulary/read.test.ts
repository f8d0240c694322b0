// What is wrong with a vocabulary file is said with its line.

import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../src/errors.ts';
import { parseVocabulary, readVocabulary } from '../../src/vocabulary/index.ts';

const LOBBIED = `edgeTypes:
  - name: LOBBIED
    definition: sought to sway
    class: verbal-cooperation
    triggers:
      - pos: verb
        lemma: Lobby
`;

const faults: readonly (readonly [what: string, source: string, message: string])[] = [
  ['broken YAML', 'names:\n  - name: "Blue\n', 'v.yaml:3: no valid YAML'],
  ['a key that stands twice', 'names: []\nnames: []\n', 'v.yaml:2: no valid YAML: Map keys must be unique'],
  ['a field that there is not', 'names:\n  - name: Blue Anchor\n    type: Organisation\n    alias: [Blue]\n', 'v.yaml:4: names[1].alias is no field here'],
  ['a list that is none', 'names: Blue Anchor\n', 'v.yaml:1: names must be a list'],
  ['a field that is missing', 'names:\n  - name: Red Anchor\n    type: Organisation\n  - name: Blue Anchor\n', 'v.yaml:4: names[2].type is missing'],
  ['an unknown class', LOBBIED.replace('verbal-cooperation', 'friendly'), 'v.yaml:4: edgeTypes[1].class must be one of verbal-cooperation, '],
  ['a type that there is', LOBBIED.replace('LOBBIED', 'MET'), 'v.yaml:2: edgeTypes[1].name is the name of a type that there is already'],
  ['a name that Cypher could not take', LOBBIED.replace('LOBBIED', 'HAS`LOBBIED'), 'v.yaml:2: edgeTypes[1].name must be capitals'],
  ['a label of the evidence layer', 'nodeTypes:\n  - name: Story\n    definition: a tale\n', 'v.yaml:2: nodeTypes[1].name is the name of a type that there is already'],
  ['a slot that the part of speech lacks', `${LOBBIED}        target: [poss]\n`, 'v.yaml:8: edgeTypes[1].triggers[1].target[1] "poss" is no target of a verb'],
  ['a noun without slots', LOBBIED.replace('verb\n', 'noun\n'), 'v.yaml:6: edgeTypes[1].triggers[1].source is missing: only a verb has a source by default; more in line 6'],
  ['a type of node that nobody defines', `${LOBBIED}        targetTypes: [Ship]\n`, 'v.yaml:8: edgeTypes[1].triggers[1].targetTypes[1] "Ship" is no type of node'],
  ['a trigger of an unknown type', 'triggers:\n  - type: LOBBIED\n    pos: verb\n    lemma: lobby\n', 'v.yaml:2: triggers[1].type must be one of MET, '],
  ['a confidence above one', `${LOBBIED}        confidence: 7\n`, 'v.yaml:8: edgeTypes[1].triggers[1].confidence must be at most 1'],
  ['an edge type that stands twice', `${LOBBIED}${LOBBIED.slice(LOBBIED.indexOf('\n') + 1)}`, 'v.yaml:8: edgeTypes[2].name "LOBBIED" stands twice'],
  ['a name that stands twice', 'names:\n  - { name: Blue Anchor, type: Organisation }\n  - { name: blue anchor, type: Organisation }\n', 'v.yaml:3: names[2].name "blue anchor" stands twice'],
  ['a country that nobody knows', 'names:\n  - { name: Ruritania, type: Country }\n', 'v.yaml:2: names[1].name "Ruritania" is no country'],
  ['a code of no country', 'names:\n  - { name: Blue Anchor, type: Organisation, country: QQ }\n', 'v.yaml:2: names[1].country "QQ" is the code of no country'],
  ['half a position', 'names:\n  - { name: Lower Quay, type: Place, lat: 3 }\n', 'v.yaml:2: names[1] has lat without lon'],
  ['a list in place of the file', '- LOBBIED\n', 'v.yaml:1: the file must be'],
];

const error = (act: () => unknown): DragomanError => {
  try {
    act();
  } catch (cause) {
    if (cause instanceof DragomanError) return cause;
    throw cause;
  }
  throw new Error('nothing was refused');
};

describe('parseVocabulary', () => {
  it.each(faults)('refuses %s', (_what, source, message) => {
    const { code, message: said } = error(() => parseVocabulary(source, 'v.yaml'));
    expect(code).toBe('E_VOCABULARY');
    expect(said.slice(0, message.length)).toBe(message);
    expect(said).not.toContain('\n');
  });

  it('names the lines of all that is wrong', () => {
    const source = 'names:\n  - { name: A, type: Boat }\n  - { name: B, type: Boat }\n  - { name: C, type: Boat }\n';
    expect(error(() => parseVocabulary(source, 'v.yaml')).message).toBe('v.yaml:2: names[1].type "Boat" is no type of node; more in lines 3, 4');
  });

  it('refuses aliases that unfold without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...['b', 'c', 'd', 'e', 'f', 'g'].map((letter, i) => `${letter}: &${letter} [${Array(10).fill(`*${'abcdef'[i]}`).join(', ')}]`)].join('\n');
    expect(error(() => parseVocabulary(bomb, 'v.yaml')).code).toBe('E_VOCABULARY');
  });

  it('takes an empty file, and the defaults of a verb', () => {
    expect(parseVocabulary('', 'v.yaml')).toEqual({ nodeTypes: [], edgeTypes: [], triggers: [], names: [] });
    expect(parseVocabulary(LOBBIED, 'v.yaml').edgeTypes[0]).toMatchObject({ symmetric: false, plover: null, triggers: [{ lemma: 'lobby' }] });
  });

  it('takes JSON, which is YAML', () => {
    expect(parseVocabulary('{"names":[{"name":"Blue Anchor","type":"Organisation"}]}', 'v.json').names).toHaveLength(1);
  });
});

describe('readVocabulary', () => {
  it('says of a path that there is nothing, or a folder', () => {
    expect(error(() => readVocabulary('no/such/file.yaml')).code).toBe('E_NOT_FOUND');
    expect(error(() => readVocabulary('tests')).message).toBe('tests: it is a folder');
  });
});
