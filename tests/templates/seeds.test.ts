import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutNotice } from '../../content/importing/cut.ts';
import { createPrinter, renderSheet, type Printer } from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { makeRule, makeSheet, wordsOf } from './samples.ts';
import { Proof } from './tools.ts';

const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** Real notices where they are at hand; the other tests do without them. */
const rules = existsSync(folder)
  ? readdirSync(folder).flatMap((file) =>
      cutNotice(readFileSync(`${folder}/${file}`, 'utf8'), file).rules.map((rule) => ({ file, ...rule })),
    )
  : [];

describe.runIf(rules.length > 0)('[P1] [P3] official texts on A4', () => {
  let printer: Printer;
  beforeAll(() => {
    printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
  });
  afterAll(() => printer.close());

  test.each(rules)('$title ($file)', async ({ title, blocks, source }) => {
    const rule = { ...makeRule(blocks, title), source };
    await using proof = await Proof.of(await printer.pdf(await renderSheet(makeSheet(rule, 'A4'))));
    expect(await proof.text()).toContain(title.replace(/\s/g, '') + wordsOf(rule));
    expect((await proof.pages()).count).toBe(1);
    for (const font of await proof.fonts())
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true });
  });
});
