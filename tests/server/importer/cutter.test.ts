import { monitorEventLoopDelay } from 'node:perf_hooks';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cutFile } from '../../../server/importer/cutter.ts';
import { isRefusal } from '../../../content/rule.ts';
import { linesAt, makeDocx, makePdf } from '../../support/papers.ts';

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const notice = ['附件1', '接待制度', '一、来了先问好，有问必答，百问不厌。', '二、走时送一送。'];
const titles = async (bytes: Uint8Array, name = '通知') => {
  const found = await cutFile({ name, bytes });
  return isRefusal(found)
    ? found.refused
    : found.cut.rules.map(({ title, blocks }) => `${title} ${blocks.length}`);
};

test('[I20] what a file is, its content says and not its name', async () => {
  expect(await titles(Buffer.from(notice.join('\n')), 'a.pdf')).toEqual(['接待制度 2']);
  expect(await titles(makeDocx(notice.map(p).join('')), 'a.txt')).toEqual(['接待制度 2']);
  expect(await titles(makePdf([linesAt(60, notice)]), 'a.docx')).toEqual(['接待制度 2']);
});

test('[I20] files that cannot be read are refused by name of the cause', async () => {
  expect(await titles(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('import.not-text');
  expect(await titles(zipSync({ 'word/document.xml': new Uint8Array(80 * 2 ** 20) }))).toBe('import.bomb');
  expect(await titles(makePdf([[], []]))).toBe('import.scanned');
  expect(await titles(Buffer.from('你好'))).toBe('import.no-rules');
});

test('[I27] calls go on while a large PDF is read', async () => {
  const page = linesAt(
    40,
    Array.from({ length: 38 }, (_, i) => `${i + 1}.窗口工作人员应当热情接待每一位群众。`),
  );
  const bytes = makePdf(
    Array.from({ length: 400 }, () => page),
    4 * 2 ** 20,
  );
  expect(bytes.length).toBeGreaterThan(5 * 2 ** 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await cutFile({ name: 'a.pdf', bytes });
  delay.disable();
  console.info(`event loop while a 5 MB PDF is read: ${(delay.max / 1e6).toFixed(0)} ms at most`);
  // A call waits half a second at the very most, also on a machine that is busy with other tests.
  expect(delay.max / 1e6).toBeLessThan(500);
});
