// A model is told the user's own types, and held to them.

import { beforeAll, expect, it } from 'vitest';
import { extract } from '../../src/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { readVocabulary, useVocabulary } from '../../src/vocabulary/index.ts';
import { says } from './server.ts';
import { answer, asked, edge, readerOf } from './setup.ts';

let local: Extraction;
beforeAll(async () => {
  useVocabulary(readVocabulary(new URL('../vocabulary/shipping.yaml', import.meta.url).pathname));
  local = await extract({ id: 'ships', text: 'The Sea Heron sails under the colours of Panama. Kestrel Freight sails under the colours of Norway.' });
});

const flies = (sentence: number, source: object, country: string): object => ({
  sentence, quote: `sails under the colours of ${country}`, trigger: 'sails under the colours', type: 'REGISTERED_IN', polarity: 'affirmed', modality: 'asserted',
  source, target: { mention: country, name: country, type: 'Country' }, attributedTo: [], title: null, when: null,
});

it('own types are asked for, and only ends of the right type are taken', async () => {
  const items = [
    flies(0, { mention: 'Sea Heron', name: 'Sea Heron', type: 'Vessel' }, 'Panama'),
    flies(1, { mention: 'Kestrel Freight', name: 'Kestrel Freight', type: 'Organisation' }, 'Norway'),
  ];
  const reader = await readerOf((response) => { says(response, answer(...items)); }, { mode: 'only' });
  const { relations } = await reader.read(local);
  expect(relations.map(edge)).toEqual(['org:sea-heron REGISTERED_IN country:PA']);
  expect(asked()[0]?.body.messages[0]?.content).toContain('- REGISTERED_IN (state, from Vessel, to Country): a ship flies the flag of');
  expect(JSON.stringify(asked()[0]?.body.response_format)).toContain('"Vessel"');
});
