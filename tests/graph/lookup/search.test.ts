import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../graph/lookup/graph-data.ts';
import { fold, indexNames, search } from '../../../graph/lookup/search.ts';
import { smallGraph } from '../../viewer/state/fixture.ts';

const data = indexGraph(smallGraph());
const names = indexNames(data);
const find = (query: string): string[] => search(data, names, query).map((hit) => data.nodes[hit.node]!.key);

describe('search', () => {
  it.each([
    ['a name', 'India', 'country:IN'],
    ['the beginning of a last name', 'noo', 'person:gul-agha-noori'],
    ['an alias', 'new delhi', 'country:IN'],
    ['an alias in Arabic script', 'طالبان', 'militia:taliban'],
    ['a role', 'foreign secretary', 'person:rohan-mehta'],
    ['words in another order', 'noori gul', 'person:gul-agha-noori'],
    ['a slip of the pen', 'Pakitsan', 'country:PK'],
    ['a wrong letter', 'farahini', 'person:leila-farahani'],
    ['quotes and brackets', 'Bobby "Tables" & <Sons', 'organisation:bobby-tables'],
  ])('finds %s', (_, query, key) => {
    expect(find(query)[0]).toBe(key);
  });

  it('puts the label before the alias and says which words matched', () => {
    const [first] = search(data, names, 'tehran');
    expect(first).toMatchObject({ matched: 'Tehran' });
    expect(search(data, names, 'iran')[0]).not.toHaveProperty('matched');
  });

  it('finds nothing for nothing', () => {
    expect(find('   ')).toEqual([]);
    expect(find('zzzzqqq')).toEqual([]);
    expect(search(data, names, 'a', 3).length).toBeLessThanOrEqual(3);
  });

  it('folds case and accents', () => {
    expect(fold('Recep Tayyip ERDOĞAN')).toBe('recep tayyip erdogan');
    expect(fold('São Tomé')).toBe('sao tome');
  });
});
