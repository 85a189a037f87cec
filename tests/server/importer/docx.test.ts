import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../server/importer/docx.ts';
import { inChinese } from '../../../server/importer/numbering.ts';
import { makeDocx } from '../../support/papers.ts';

const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const item = (text: string, depth = 0, list = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (depth: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;

const textOf = (bytes: Uint8Array) => {
  const found = readDocx(bytes);
  return typeof found === 'string' ? found : found.text.split('\n');
};

describe('[I25] DOCX', () => {
  test('paragraphs, with entities, breaks and words that are not to be read', () => {
    const body = `${p('附件1')}${p('甲&amp;乙 &#x4e00;')}<w:p><w:r><w:t>前</w:t><w:br/><w:t>后</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`;
    expect(textOf(makeDocx(body))).toEqual(['附件1', '甲&乙 一', '前', '后']);
  });

  test('the numbers that Word gives, which are nowhere in the text', () => {
    const body = [
      item('总则'),
      item('范围', 1),
      item('对象', 1),
      item('甲', 2),
      item('附则'),
      item('施行', 1),
      item('章', 0, 2),
      item('条', 1, 2),
      item('', 0),
      item('无号', 0, 0),
    ].join('');
    expect(textOf(makeDocx(body, { numbering }))).toEqual([
      '一、总则',
      '（一）范围',
      '（二）对象',
      '1. 甲',
      '二、附则',
      '（一）施行',
      '1 章',
      '1.1 条',
      '',
      '无号',
    ]);
  });

  test('numbers of styles', () => {
    const styles =
      '<w:style w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = `${item('总则')}${p('范围', '<w:pStyle w:val="H2"/>')}`;
    expect(textOf(makeDocx(body, { numbering, styles }))).toEqual(['一、总则', '（一）范围']);
  });

  test('rows of tables, their cells parted by tabs', () => {
    const cell = (text: string) => `<w:tc>${text}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell(p('区分'))}${cell(p('名') + p('称'))}</w:tr><w:tr>${cell(p(''))}${cell(p('乙'))}</w:tr></w:tbl>`;
    expect(textOf(makeDocx(body))).toEqual(['区分\t名 称', '\t乙']);
  });

  test('what is no DOCX, is torn, or unpacks to too much', () => {
    expect(textOf(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('other');
    expect(textOf(zipSync({ 'word/document.xml': strToU8('<w:p><w:t>半') }))).toBe('broken');
    expect(textOf(Buffer.from('PK\u0003\u0004 no zip'))).toBe('broken');
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 2 ** 20) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(textOf(bomb)).toBe('bomb');
  });

  test('numerals', () => {
    expect([1, 10, 11, 20, 21, 99, 100, 105, 110, 118].map(inChinese)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '一百',
      '一百零五',
      '一百一十',
      '一百一十八',
    ]);
  });
});
