import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../server/importer/pdf.ts';
import { linesAt, makePdf } from '../../support/papers.ts';

const textOf = async (bytes: Uint8Array) => {
  const found = await readPdf(bytes);
  return typeof found === 'string' ? found : [found.columns, ...found.text.split('\n')];
};

describe('[I26] PDF', () => {
  test('lines from top to bottom, pages parted by form feeds, however the file orders its words', async () => {
    const first = linesAt(60, ['附件1', '接待制度', '一、来了先问好，有问必答。']);
    const second = linesAt(60, ['二、走时送一送，说声慢走。']);
    expect(await textOf(makePdf([[...first].reverse(), second]))).toEqual([
      0,
      '附件1',
      '接待制度',
      '一、来了先问好，有问必答。\f二、走时送一送，说声慢走。',
    ]);
  });

  test('words on one line, cells of a table, Kangxi radicals', async () => {
    const page = [
      { x: 60, y: 700, text: '使⽤' },
      { x: 84, y: 700, text: '⼾口簿办理业务。' },
      { x: 60, y: 680, text: '等级' },
      { x: 300, y: 680, text: '面积标准（平方米）' },
      { x: 60, y: 600, text: '隔得远的一行' },
    ];
    expect(await textOf(makePdf([page]))).toEqual([
      0,
      '使用户口簿办理业务。',
      '等级\t面积标准（平方米）',
      '',
      '隔得远的一行',
    ]);
  });

  test('two columns are read one after the other, and told', async () => {
    const line = (side: string, i: number) => `${side}栏第${i}行的文字写得比较长一些`;
    const left = Array.from({ length: 12 }, (_, i) => line('左', i));
    const right = Array.from({ length: 12 }, (_, i) => line('右', i));
    const [columns, ...lines] = await textOf(makePdf([[...linesAt(40, left), ...linesAt(320, right)]]));
    expect(columns).toBe(1);
    expect(lines.filter((text) => text !== '')).toEqual([...left, ...right]);
  });

  test('a scan has no text, and a torn file is none', async () => {
    expect(await textOf(makePdf([[], [], []]))).toBe('scanned');
    expect(await textOf(makePdf([[{ x: 1, y: 1, text: '第1页' }]]))).toBe('scanned');
    expect(await textOf(Buffer.from('%PDF-1.7\nnothing of the kind'))).toBe('broken');
  });

  test('text in no known characters is refused', async () => {
    const strange = '\uE000\uE001\uE002'.repeat(20);
    expect(await textOf(makePdf([[{ x: 10, y: 100, text: strange }]]))).toBe('garbled');
  });
});
