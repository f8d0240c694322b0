import { describe, expect, it } from 'vitest';
import { nationalBodies, nationalBodyByMinister, nationalBodyByName } from '../../src/lexicon/ministries.ts';
import { foldName } from '../../src/lexicon/fold-name.ts';

describe('ministries.jsonl', () => {
  it('gives each name and each office to one body', () => {
    for (const formsOf of [(row: ReturnType<typeof nationalBodies>[number]) => [row.name, ...row.aliases], (row: ReturnType<typeof nationalBodies>[number]) => row.minister]) {
      const owners = new Map<string, string>();
      for (const row of nationalBodies()) {
        for (const form of formsOf(row)) {
          expect(owners.get(foldName(form)) ?? row.id, form).toBe(row.id);
          owners.set(foldName(form), row.id);
        }
      }
    }
  });
});

describe('nationalBodyByName', () => {
  it.each([
    ['Foreign Ministry', 'foreign'], ['Ministry of External Affairs', 'foreign'], ['foreign office', 'foreign'], ['Ministry of Defence', 'defence'],
    ['defense department', 'defence'], ['Home Office', 'interior'], ['oil ministry', 'oil'], ['Central Bank', 'central-bank'], ['Supreme Court', 'supreme-court'],
    ['the parliament', 'parliament'], ['National Assembly', 'parliament'], ['Senate', 'upper-house'], ['Prosecutor General’s Office', 'prosecution'],
    ['coastguard', 'coast-guard'], ['atomic energy organization', 'atomic'], ['Election Commission', 'election'],
  ])('knows %s', (text, id) => {
    expect(nationalBodyByName(text)?.id).toBe(id);
  });

  it('is open for others', () => {
    expect(nationalBodyByName('ministry')).toBeUndefined();
  });
});

describe('nationalBodyByMinister', () => {
  it.each([['Foreign Secretary', 'foreign'], ['defense minister', 'defence'], ['army chief', 'army'], ['chief justice', 'supreme-court'], ['central bank governor', 'central-bank'], ['ambassador', 'embassy']])('%s heads %s', (title, id) => {
    expect(nationalBodyByMinister(title)?.id).toBe(id);
  });
});
