import { expect, test } from 'vitest';
import { daysAgo, monthOf } from '../../control/ranges.ts';

test('ranges of a report over the ends of months, years and a leap day', () => {
  expect(daysAgo('2026-03-01', 6)).toBe('2026-02-23');
  expect(monthOf('2026-11-21', 0)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(monthOf('2026-01-31', -1)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(monthOf('2028-03-31', -1)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
