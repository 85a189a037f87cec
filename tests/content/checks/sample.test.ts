import { describe, expect, test } from 'vitest';
import { codesOf, measure, precision, readSample, recall } from '../../bench/checks/sample.ts';

describe('the labelled sample', () => {
  test('has three hundred lines, half of them innocent', () => {
    const sample = readSample();
    expect(sample.length).toBeGreaterThanOrEqual(300);
    const innocent = sample.filter(({ expected }) => expected.length === 0).length;
    expect(innocent / sample.length).toBeGreaterThanOrEqual(0.5);
  });

  test('[K5] [K6] [K7] no identity number, mobile or card is missed, and no check cries wolf', () => {
    const { rows, faults } = measure();
    for (const row of rows) {
      if (['privacy.identity', 'privacy.mobile', 'privacy.bank'].includes(row.code))
        expect(recall(row), row.code).toBe(1);
      expect(precision(row), `${row.code}\n${faults.join('\n')}`).toBeGreaterThan(0.97);
    }
    expect(rows.length).toBeGreaterThan(20);
  });

  test('[K2] a text gives the same findings every time', () => {
    for (const { text } of readSample()) expect(codesOf(text)).toEqual(codesOf(text));
  });
});
