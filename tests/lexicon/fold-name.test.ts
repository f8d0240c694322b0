import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/lexicon/fold-name.ts';

describe('foldName', () => {
  it.each([
    ['Türkiye', 'turkiye'],
    ['the People’s Front', 'peoples front'],
    ['al-Qa\'ida', 'al qaida'],
    ['Séléka', 'seleka'],
    ['United Nations Children\'s Fund', 'un childrens fund'],
    ['World Food Programme', 'world food program'],
    ['Ministry of Defence', 'ministry of defense'],
    ['Bill & Melinda Gates Foundation', 'bill and melinda gates foundation'],
    ['Wałęsa  Institute', 'walesa institute'],
    ['The The', 'the'],
  ])('folds %s', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });
});
