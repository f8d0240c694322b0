// A user may put an end wherever the built-in triggers do.

import { expect, it } from 'vitest';
import { allTriggers } from '../../src/lexicon/triggers.ts';
import { isSlot } from '../../src/vocabulary/slots.ts';

it('every slot of the trigger lexicon is one that a vocabulary may name', () => {
  const refused = allTriggers().flatMap(({ pos, lemma, source, target }) => [...source, ...target].filter((slot) => !isSlot(pos, slot)).map((slot) => `${pos} ${lemma}: ${slot}`));
  expect(refused).toEqual([]);
});
