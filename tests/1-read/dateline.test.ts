import { describe, expect, it } from 'vitest';

import { cutDateline, datelineLine } from '../../src/1-read/dateline.ts';

describe('datelines', () => {
  it.each([
    ['KABUL, Aug 5 (Reuters) - The mission closed.', 'KABUL, Aug 5 (Reuters)', 'Reuters', undefined],
    ['WASHINGTON — The mission closed.', 'WASHINGTON', undefined, undefined],
    ['ISLAMABAD: The mission closed.', 'ISLAMABAD', undefined, undefined],
    ['DUBAI/TEHRAN, Jan. 8, 2025 (Reuters) -- The mission closed.', 'DUBAI/TEHRAN, Jan. 8, 2025 (Reuters)', 'Reuters', '2025-01-08'],
    ['ST. PETERSBURG, Fla. (AP) — The mission closed.', 'ST. PETERSBURG, Fla. (AP)', 'AP', undefined],
    ['(Reuters) - The mission closed.', '(Reuters)', 'Reuters', undefined],
    ['Jan. 8 (UPI) -- The mission closed.', 'Jan. 8 (UPI)', 'UPI', undefined],
    ['New Delhi [India], January 8 (ANI): The mission closed.', 'New Delhi [India], January 8 (ANI)', 'ANI', undefined],
    ['New Delhi, Jan 8 (PTI) The mission closed.', 'New Delhi, Jan 8 (PTI)', 'PTI', undefined],
    ['MOSCOW, January 8. /TASS/. The mission closed.', 'MOSCOW, January 8. /TASS/.', 'TASS', undefined],
    ['Tehran, IRNA – The mission closed.', 'Tehran, IRNA', 'IRNA', undefined],
    ['Kabul, Afghanistan – The mission closed.', 'Kabul, Afghanistan', undefined, undefined],
    ['The Hague, 5 August 2024 – The mission closed.', 'The Hague, 5 August 2024', undefined, '2024-08-05'],
    ['CNN — The mission closed.', 'CNN', 'CNN', undefined],
  ])('%s', (paragraph, dateline, agency, published) => {
    expect(cutDateline(paragraph)).toEqual({ dateline, agency, published, rest: 'The mission closed.' });
  });

  it.each([
    'NATO — The alliance of 32 — met.', 'BREAKING: The mission closed.', 'Iran, Israel — The two foes of old — met again.', 'Meanwhile, Iran — The old foe — waited.',
    'Iran (IRNA) said that the mission closed.', 'President Ruiz: The war is over.', 'The United Nations (UN) - The', 'On Monday, Jan. 6: The mission closed.', 'EU: The bloc met.',
    'Taliban (TTP) - The group', 'In Kabul, Afghanistan – The mission closed.', 'The mission closed.', 'Kabul – the capital – slept.', 'I — The mission closed.',
  ])('%s has none', (paragraph) => {
    expect(cutDateline(paragraph)).toBeUndefined();
  });

  it('lines of their own', () => {
    expect(datelineLine('London: Asharq Al-Awsat')).toMatchObject({ dateline: 'London: Asharq Al-Awsat', agency: 'Asharq Al-Awsat' });
    expect(datelineLine('KABUL (Reuters)')).toMatchObject({ agency: 'Reuters' });
    expect(datelineLine('Kabul, August 5, 2024')).toMatchObject({ published: '2024-08-05' });
    expect(datelineLine('ANKARA')).toMatchObject({ dateline: 'ANKARA' });
    for (const line of ['Photo: Reuters', 'WORLD', 'KEY POINTS', 'Iran and India', 'Kabul, Afghanistan', 'Kabul fell.']) expect(datelineLine(line), line).toBeUndefined();
  });
});
