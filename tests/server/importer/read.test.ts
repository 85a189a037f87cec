import { describe, expect, test } from 'vitest';
import { previewNotice, readNotice } from '../../../server/importer/index.ts';
import { cutNotice } from '../../../content/importing/cut.ts';
import { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { must, testWorld } from '../../support/world.ts';

const text = '附件1\r\n接待制度\r\n一、来了先问好，A1。\r\n';
const utf16 = (swapped: boolean, mark = '\uFEFF') => {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return swapped ? bytes.swap16() : bytes;
};
/** 附件1, line end, 接待制度, line end, 一、先问好。 as a Chinese Windows saves it. */
const gb18030 = Buffer.from('b8bdbcfe310d0abdd3b4fdd6c6b6c80d0ad2bba1a2cfc8cecabac3a1a3', 'hex');

const file = (bytes: Uint8Array | string, name = '通知.txt') => ({
  name,
  bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
});

describe('reading a file', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a mark', utf16(false)],
    ['UTF-16 the other way round', utf16(true)],
    ['UTF-16 without a mark', utf16(false, '')],
    ['UTF-16 the other way round without a mark', utf16(true, '')],
  ])('[I20] %s', (_, bytes) => {
    expect(readNotice(file(bytes))).toBe(text);
  });

  test('[I20] GB18030', () => {
    expect(readNotice(file(gb18030))).toBe('附件1\r\n接待制度\r\n一、先问好。');
  });

  test.each([
    ['PDF', '%PDF-1.7\n一、'],
    ['DOCX', 'PK\u0003\u0004...'],
    ['RTF', '{\\rtf1 一、}'],
    ['zeros on both sides', Buffer.from([0, 0, 1, 0, 0, 2])],
  ])('[I20] %s is no text', (_, bytes) => {
    expect(readNotice(file(bytes))).toEqual({ refused: 'import.not-text', params: { file: '通知.txt' } });
  });

  test('[I20] bytes that no encoding takes', () => {
    const refused = { refused: 'import.encoding', params: { file: '通知.txt' } };
    expect(readNotice(file(Buffer.from([0xff, 0xff, 0x41, 0xff])))).toEqual(refused);
    expect(readNotice(file(Buffer.from([0x41, 0x02, 0x03, 0x42])))).toEqual(refused);
  });
});

describe('preview', () => {
  const preview = async (bytes: Uint8Array | string, records = new RecordMap(), name = '通知.txt') => {
    const found = await previewNotice(file(bytes, name), records);
    if (isRefusal(found)) throw new Error(found.refused);
    return found;
  };

  test('[I20] a text without rules is refused', async () => {
    for (const empty of ['', '你好', '\uFEFF'])
      expect(await previewNotice(file(empty), new RecordMap())).toEqual({
        refused: 'import.no-rules',
        params: { file: '通知.txt' },
      });
  });

  test('[I21] none, the same, or another wording of that title', async () => {
    const records = new RecordMap();
    expect((await preview(text)).rules.map(({ existing }) => existing)).toEqual(['none']);
    const rules = cutNotice(text, '别名.txt').rules.map(({ title, blocks, source }) => ({
      title,
      blocks,
      source,
    }));
    must(records, 'rule:adopt', { rules }, testWorld());
    expect((await preview(text, records)).rules[0]?.existing).toBe('same');
    expect((await preview(text.replace('先问好', '先让座'), records)).rules[0]?.existing).toBe('different');
  });

  test('[I12] warnings are worded for the reader', async () => {
    const skips = '附件1\n甲制度\n二、甲。\n四、乙。';
    expect((await preview(skips)).warnings).toEqual([
      { code: 'articles-skip', text: '《甲制度》的条款序号从“二、”开始，前面可能有缺漏，请与原件核对。' },
      { code: 'articles-skip', text: '《甲制度》的条款序号不连续：“二、”之后是“四、”，请与原件核对。' },
    ]);
  });
});
