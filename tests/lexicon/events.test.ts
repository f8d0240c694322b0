import { describe, expect, it } from 'vitest';
import { eventByName, eventRows } from '../../src/lexicon/events.ts';
import { foldName } from '../../src/lexicon/fold-name.ts';
import { nameForms } from '../../src/lexicon/name-index.ts';

describe('events.jsonl', () => {
  it('has no id and no name twice', () => {
    const ids = eventRows().map((row) => row.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const owners = new Map<string, string>();
    for (const row of eventRows()) {
      for (const form of nameForms(row).plain) {
        const key = foldName(form);
        expect(owners.get(key) ?? row.id, form).toBe(row.id);
        owners.set(key, row.id);
      }
    }
    expect(ids.length).toBeGreaterThan(450);
  });
});

describe('eventByName', () => {
  it.each([
    ['the Gaza war', 'Gaza war'], ['war in Gaza', 'Gaza war'], ['the Iraq war', 'Iraq War'], ['1967 Middle East war', 'Six-Day War'], ['Second World War', 'World War II'],
    ['Oslo accords', 'Oslo Accords'], ['Dayton Accords', 'Dayton Agreement'], ['JCPOA', 'Joint Comprehensive Plan of Action'], ['Iran nuclear deal', 'Joint Comprehensive Plan of Action'],
    ['NPT', 'Nuclear Non-Proliferation Treaty'], ['Orange Revolution', 'Orange Revolution'], ['9/11 attacks', 'September 11 attacks'], ['six-party talks', 'Six-party talks'],
    ['Armenian Genocide', 'Armenian genocide'], ['Good Friday Accord', 'Good Friday Agreement'], ['Minsk accords', 'Minsk agreements'],
  ])('knows %s', (text, name) => {
    expect(eventByName(text)?.name).toBe(name);
  });

  it.each([
    ['COP29', 'COP29', 'cop29'], ['the COP 29 climate summit', 'COP29', 'cop29'], ['2008 Beijing Olympics', '2008 Beijing Olympics', '2008-beijing-olympics'],
    ['2010 Winter Olympics', '2010 Winter Olympics', '2010-winter-olympics'], ['the World Cup', 'World Cup', 'world-cup'], ['the G-8 summit', 'G8 summit', 'g8-summit'],
    ['2009 NATO summit', '2009 NATO summit', '2009-nato-summit'], ['Arab League Summit', 'Arab League summit', 'arab-league-summit'],
  ])('reads %s as one of a series', (text, name, id) => {
    expect(eventByName(text)).toMatchObject({ name, id });
  });

  it.each(['the war', 'summit', 'October 7', 'Katrina', 'Srebrenica', 'cold war', 'start'])('does not read %s as a named event', (text) => {
    expect(eventByName(text)).toBeUndefined();
  });
});
