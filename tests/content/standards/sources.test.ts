import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Standard, StandardPart } from '../../../content/model/standard.ts';
import { entriesOf, standardParts } from '../../../content/standards.ts';
import { loadStandards } from '../../../server/standards.ts';
import { placeIn } from './places.ts';

/** The notices themselves lie outside the repository; where they are there, every figure and phrase is checked. */
const folder = fileURLToPath(new URL('../../../../shared/seeds', import.meta.url));
const titles: Record<string, string> = {
  qianjiang: '黔江区乡村两级政务服务中心',
  yanjin: '延津县政务服务标准化建设实施方案',
  sichuan: '四川省乡镇（街道）便民服务中心',
  henan: '乡镇街道便民服务中心标准化指导手册',
  shuitian: '水田乡公共服务中心管理办法',
};
const notices = existsSync(folder)
  ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  : [];
const noticeOf = (id: string) =>
  notices.find((text) => text.replace(/\s/g, '').includes(titles[id] ?? '~')) ?? '';

const standards = await loadStandards(fileURLToPath(new URL('../../../content/standards', import.meta.url)));
const ids = Object.keys(titles);
const all = (id: string) => {
  const standard = standards.get(id) as Standard;
  return standardParts.flatMap((part) =>
    entriesOf(standard, part)
      .filter(({ of }) => of === id)
      .map((entry) => ({ part, ...(entry as object) }) as Loose),
  );
};
interface Loose {
  part: StandardPart;
  source: string;
  force: string;
  [field: string]: unknown;
}

/** Places of a source such as `附件2二、三(三)3，名称为本系统补充`; none where it is all ours. */
const placesOf = (source: string) =>
  source.startsWith('本系统补充') ? [] : (source.split('，')[0] ?? '').split('、').filter(Boolean);

/** Texts that stand in the notice word for word; rules and explanations are in our own words. */
const exact: Partial<Record<StandardPart, readonly string[]>> = {
  words: ['word', 'also'],
  windows: ['name', 'business'],
  pledges: ['lines'],
  taboo: ['text'],
  caseTypes: ['label'],
  slips: ['title', 'fields'],
  areas: ['label'],
  facilities: ['label'],
  plate: ['label'],
  disclosures: ['label'],
  shown: ['label'],
  categories: ['label'],
  institutions: ['label'],
};
const tight = (text: string) => text.replace(/[\s#]/g, '');

describe.skipIf(notices.length === 0)('the standards against their notices', () => {
  test.each(ids)('%s: every source is a place in the notice', (id) => {
    const text = noticeOf(id);
    expect(text).not.toBe('');
    const lost = all(id).flatMap(({ part, source }) =>
      placesOf(source)
        .filter((place) => placeIn(text, place) === null)
        .map((place) => `${part}: ${place}`),
    );
    expect(lost).toEqual([]);
  });

  test.each(ids)('%s: mandated phrases stand at their place, to the letter', (id) => {
    const text = noticeOf(id);
    const wrong = all(id).flatMap((entry) => {
      const fields = exact[entry.part] ?? [];
      // Where the source says that the very words are ours, there is nothing to compare.
      if (/(名称|窗口名|窗口数|窗口号|拆写|用语)为本系统补充/.test(entry.source)) return [];
      if (placesOf(entry.source).length === 0) return [];
      const scope = placesOf(entry.source)
        .map((place) => tight(placeIn(text, place) ?? ''))
        .join('\n');
      return fields
        .flatMap((field) => entry[field] ?? [])
        .filter((phrase) => typeof phrase === 'string' && !scope.includes(tight(phrase)))
        .map((phrase) => `${entry.part} ${entry.source}: ${String(phrase)}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(ids)('%s: figures stand at their place', (id) => {
    const text = noticeOf(id);
    const written: Record<number, string[]> = { 1: ['一'], 2: ['二', '两'], 3: ['三'] };
    const wrong = all(id).flatMap(({ part, source, limit, min, max, target, points, least, most, steps }) => {
      if (source.includes('为本系统补充') || placesOf(source).length === 0) return [];
      const scope = tight(
        placesOf(source)
          .map((place) => placeIn(text, place) ?? '')
          .join('\n'),
      );
      return [limit, min, max, target, points, least, most, steps]
        .flat()
        .filter((figure): figure is number => typeof figure === 'number')
        .map(Math.abs)
        .filter((figure) => ![String(figure), ...(written[figure] ?? [])].some((one) => scope.includes(one)))
        .map((figure) => `${part} ${source}: ${figure}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(ids)('%s: the fixed words of its names stand in the notice', (id) => {
    const text = tight(noticeOf(id));
    for (const { pattern, of } of (standards.get(id) as Standard).names)
      if (of === id)
        for (const piece of pattern.split(/\{\w+\}/).filter(Boolean)) expect(text).toContain(piece);
  });
});
