import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetInput } from '../../../content/api/printing.ts';
import type { SheetOf } from '../../../content/model/sheet.ts';
import { SheetPress } from '../../../server/printing/press.ts';
import { Store } from '../../../server/uploads/store.ts';
import { findBrowser } from '../../../templates/browser.mjs';
import { createPrinter, type Printer, type SheetDocument } from '../../../templates/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const by = { is: 'system', name: '测试' } as const;
const base = 'http://192.168.1.2:8080';

let test: TestHub;
let real: Printer;
let press: SheetPress;
let folder: string;
/** Every document that was handed to Chromium. */
const given: SheetDocument[] = [];

beforeAll(async () => {
  test = await startTestHub();
  await test.setUp();
  const blocks = [{ number: '一、', depth: 0, text: '凡到中心办事的群众，首问责任人一次告知。' }];
  await test.hub.hall.execute(
    'rule:adopt',
    { rules: [{ title: '首问负责制', blocks, source: { title: '方案' } }] },
    by,
  );
  real = createPrinter({ executable: findBrowser('print', process.env), log: console });
  const pdf = (sheet: SheetDocument) => {
    given.push(sheet);
    return real.pdf(sheet);
  };
  const printer: Printer = {
    ...real,
    pdf,
    png: (sheet, px) => real.png(sheet, px),
    close: () => real.close(),
  };
  folder = await mkdtemp(join(tmpdir(), 'mingting-preview-'));
  const store = await Store.open(folder);
  const { hall } = test.hub;
  press = new SheetPress({
    ...{ hall, standards: new Map(), printer, store, uploads: store, now: test.clock.now },
    fonts: { read: async () => undefined },
  });
});
afterAll(async () => {
  await real.close();
  await test.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A document without what only a registered sheet has: its foot with the code, and the letters of that in its fonts. */
const withoutFoot = ({ html }: SheetDocument): string =>
  html
    .replace(/<footer[\s\S]*?<\/footer>/g, '')
    .replace(/url\(data:font[^)]*\)/g, '')
    .replace(/<title>[^<]*<\/title>/, '');

describe.runIf(findBrowser('print', process.env))('the preview of the desk (sheets.md)', () => {
  const rule = (): SheetOf => ({ is: 'rule', rule: [...test.hub.hall.records.all('rule')][0]!.id });
  const inputs: [string, () => SheetInput][] = [
    ['a rule', () => ({ of: rule(), size: 'A3' })],
    ['phones', () => ({ of: { is: 'contacts' }, size: 'A2' })],
    ['pledges in tiles', () => ({ of: { is: 'pledges' }, size: 'A2', tiles: { on: 'A4', overlap: 15 } })],
  ];
  it.each(inputs)(
    '[S17] %s: what is looked at is the very document and file that Chromium made',
    async (_, input) => {
      given.length = 0;
      const pages = await press.pages(input(), base);
      const file = await press.preview(input(), base, 'pdf');
      // One document was made: the pictures are drawn from the file of it, and the file is kept for who prints it.
      expect(given).toHaveLength(1);
      expect(pages.length).toBeGreaterThan(0);
      expect(new TextDecoder('latin1').decode(file.subarray(0, 5))).toBe('%PDF-');
      // What is printed differs from it in its foot alone.
      await press.make(input(), by, base);
      expect(given).toHaveLength(2);
      expect(withoutFoot(given[1]!)).toBe(withoutFoot(given[0]!));
      expect(given[1]!.finish).toEqual(given[0]!.finish);
      expect([given[1]!.width, given[1]!.height]).toEqual([given[0]!.width, given[0]!.height]);
    },
  );
});
