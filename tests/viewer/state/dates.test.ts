import { expect, it } from 'vitest';
import { dayRange, dayText } from '../../../viewer/state/dates.ts';

it.each([
  ['2025-02-03', '2025-02-03', '2025-02-03'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-12-01/2025-01-31', '2024-12-01', '2025-01-31'],
  ['2024-11/2024-12', '2024-11-01', '2024-12-31'],
])('%s runs from %s to %s', (date, first, last) => {
  const range = dayRange(date)!;
  expect([dayText(range.first), dayText(range.last)]).toEqual([first, last]);
});

it.each([undefined, '', 'last year', '2025-02-03/2024-01-01', '20250203'])('takes %s for no date', (date) => {
  expect(dayRange(date)).toBeUndefined();
});
