import { describe, expect, test } from 'vitest';
import { findServices, isNumber, readSought } from '../../control/search.ts';

const services = [
  { name: '群众咨询接访', short: '咨询', prefix: 'A' },
  { name: '社会保障', short: '社保', prefix: 'B' },
  { name: '卫生健康', short: '卫健', prefix: 'C' },
  { name: '涉农事务', short: '涉农', prefix: 'G' },
];
const found = (word: string) => findServices(services, word).map(({ prefix }) => prefix);

describe('what is typed at the desk', () => {
  test('[G6] figures look up a number, with or without its letter, also in full width', () => {
    expect(readSought('  ')).toEqual({ is: 'nothing' });
    expect(readSought('12')).toEqual({ is: 'number', letter: '', serial: 12 });
    expect(readSought('ａ０１２')).toEqual({ is: 'number', letter: 'A', serial: 12 });
    expect(readSought('sh')).toEqual({ is: 'service', word: 'sh' });
    expect(isNumber('A012', { letter: '', serial: 12 })).toBe(true);
    expect(isNumber('A012', { letter: 'B', serial: 12 })).toBe(false);
    expect(isNumber('A112', { letter: 'A', serial: 12 })).toBe(false);
  });

  test('[G6] a service is found by its sound, its first letters, its signs, its short name and its letter', () => {
    expect(found('shbz')).toEqual(['B']);
    expect(found('shehui')).toEqual(['B']);
    expect(found('健康')).toEqual(['C']);
    expect(found('wj')).toEqual(['C']);
    expect(found('g')[0]).toBe('G');
    expect(found('zzz')).toEqual([]);
  });

  test('[G6] what begins with the word stands before what has it somewhere', () => {
    expect(found('s')).toEqual(['B', 'G', 'C']);
  });
});
