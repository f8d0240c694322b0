import { describe, expect, it } from 'vitest';

import { dateOfUnixTime, parseDate } from '../../src/1-read/date.ts';

describe('dates', () => {
  it.each([
    ['2024-08-05', '2024-08-05'], ['2024-8-5', '2024-08-05'], ['2024-08-05T23:30:00-05:00', '2024-08-05'], ['2024-08-05 10:00:00', '2024-08-05'], ['2024/08/05', '2024-08-05'],
    ['20240805', '2024-08-05'], ['20240805T101500Z', '2024-08-05'], ['Mon, 05 Aug 2024 10:00:00 GMT', '2024-08-05'], ['5 August 2024', '2024-08-05'],
    ['August 5th, 2024', '2024-08-05'], ['Aug. 5, 2024, 10:45 GMT', '2024-08-05'], ['Monday, August 5, 2024', '2024-08-05'], ['25/08/2024', '2024-08-25'], ['08/25/2024', '2024-08-25'],
    ['05.05.2024', '2024-05-05'], ['29 February 2024', '2024-02-29'], ['10:00, Sept 1, 2024', '2024-09-01'],
  ])('%s is %s', (text, day) => {
    expect(parseDate(text)).toBe(day);
  });

  it.each(['', 'yesterday', '2024-02-30', '31 June 2024', '2023-02-29', '05/08/2024', '2024-08', '2024', 'May 2024', 'Aug 5', '2024-13-01', '123456789', '20241301'])(
    '%j names no day, or more than one', (text) => {
      expect(parseDate(text)).toBeUndefined();
    });

  it('Unix time in seconds or milliseconds', () => {
    expect(dateOfUnixTime(1_722_816_000)).toBe('2024-08-05');
    expect(dateOfUnixTime(1_722_902_399_999)).toBe('2024-08-05');
    expect(dateOfUnixTime(1e300)).toBeUndefined();
  });
});
