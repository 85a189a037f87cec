import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetLayout, SheetOf } from '../../content/model/sheet.ts';
import type { Standard } from '../../content/model/standard.ts';
import type { RecordMap } from '../../content/records.ts';
import { isRefusal } from '../../content/rule.ts';
import { publicSigns } from '../../content/sheets/signs/choices.ts';
import { gatherSheet, sheetKinds } from '../../content/sheets/kinds.ts';
import { signKinds, type SignSheetKind } from '../../content/sheets/signs/kinds.ts';
import { measurePaper } from '../../content/sheets/paper.ts';
import { loadStandards } from '../../server/standards.ts';
import { createPrinter, renderSheet, type Printer, type SheetDress } from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { kept } from '../support/hall.ts';
import { signSheets } from './gallery.ts';
import { pictures, signHall } from './signhall.ts';
import { Proof } from './tools.ts';

const ORIGIN = 'http://192.168.1.20:8080';
const OWN = `${ORIGIN}/s/S7K2M9QX`;
/** What stands on each, as the records have it, in this order without white space. */
const said: Record<SignSheetKind, string[]> = {
  slogan: ['为群众办好事，让群众好办事'],
  conduct: [
    '三清咨询服务一口清发放资料一手清受理审查一次清',
    '四亮亮身份亮职责亮标准亮承诺',
    '来早、来晚一样接待',
    '服务时限零超时',
  ],
  name: ['清溪镇便民服务中心'],
  directions: [
    '1楼窗口服务区1综合服务2社会保障',
    '群众等候区',
    '不知道到哪个窗口办，请先问这里',
    '2楼日常办公区',
  ],
  road: ['清溪镇便民服务中心200米'],
  window: ['社会保障养老保险医疗保险就业登记'],
  area: ['窗口服务区Servicewindows1234'],
  sign: ['安全出口Exit'],
  hours: [
    '每天0:00–24:00',
    '午间服务12:00–14:00，1号窗口',
    '1月1日至1月3日元旦放假',
    '1月10日（周日）调休照常上班',
    '逢1、4、7赶场',
  ],
  plan: ['一楼大厅平面图', '您在此处', '安全出口', '消防器材', '1楼窗口服务区'],
  wall: ['带班领导吴秀兰', '周明清溪镇社会事务办办事员·社保窗口', '受理低保申请', '李春梅'],
  desk: ['周明单位清溪镇社会事务办职务办事员岗位社保窗口电话023-79000011工号QX-001', '解答社会保障政策咨询'],
  badge: ['周明单位清溪镇社会事务办职务办事员岗位社保窗口工号QX-001'],
  post: ['2号窗口社会保障', 'A岗周明', 'B岗吴秀兰', '一次性告知所需材料'],
  pause: ['2号窗口社会保障暂停服务', '去向：', '返回时间：', '号窗口办理'],
  code: ['临时救助申请扫码看办事指南'],
  wifi: ['网络名称QX;1密码huanying2026'],
};
/** What a phone reads first on each. */
const codes: Partial<Record<SignSheetKind, string>> = {
  code: `${ORIGIN}/p/items/i`,
  wifi: 'WIFI:T:WPA;S:QX\\;1;P:huanying2026;;',
};
const kinds = Object.keys(signKinds) as SignSheetKind[];

let printer: Printer;
let standards: Map<string, Standard>;
beforeAll(async () => {
  printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
  standards = await loadStandards('content/standards');
});
afterAll(() => printer.close());

interface Wanted {
  layout?: Partial<SheetLayout>;
  records?: RecordMap;
  standard?: string;
  proof?: boolean;
}

function dress(of: SheetOf, { layout = {}, records = signHall(), standard, proof }: Wanted = {}): SheetDress {
  const now = gatherSheet(records, of, standards.get(standard ?? ''));
  if (isRefusal(now)) throw new Error(now.refused);
  const { sizes, orientation } = sheetKinds[of.is];
  return {
    now,
    layout: { size: sizes[0], ...(layout.size ? {} : { orientation }), ...layout },
    accent: '#0f4c9c',
    code: proof ? null : 'S7K2M9QX',
    revision: now.single ? 1 : null,
    url: OWN,
    printedOn: '2026-11-21',
    pictures,
  };
}

async function print(of: SheetOf, wanted: Wanted = {}): Promise<Proof> {
  return Proof.of(await printer.pdf(await renderSheet(dress(of, wanted))));
}

test('[Y14] the posts on a plate are called as the standard calls them', async () => {
  await using proof = await print({ is: 'post', window: 'w2' }, { standard: 'qianjiang' });
  const text = await proof.text();
  for (const words of ['A角周明', 'B角吴秀兰']) expect(text).toContain(words);
  expect(text).not.toContain('A岗');
});

const bare = (text: string) => text.replace(/\s/g, '');

describe.each(kinds.flatMap((kind) => signKinds[kind].designs.map((design) => ({ kind, design }))))(
  '$kind, $design',
  ({ kind, design }) => {
    test('[SG4] says what the records say, in embedded TrueType, within its edge, with a code that scans', async () => {
      const layout = { size: signKinds[kind].sizes[0], design, orientation: signKinds[kind].orientation };
      await using proof = await print(signSheets[kind], { layout });
      const text = await proof.text();
      for (const words of said[kind]) expect(text).toContain(words);
      const fonts = await proof.fonts();
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatchObject({ type: 'CID TrueType', embedded: true });
      const { count, width, height } = await proof.pages();
      const paper = measurePaper(layout)!;
      expect(count).toBe(1);
      expect([Math.abs(width - paper.width) < 0.3, Math.abs(height - paper.height) < 0.3]).toEqual([
        true,
        true,
      ]);
      for (const word of await proof.words()) {
        expect(word.left, word.text).toBeGreaterThan(1);
        expect(word.right, word.text).toBeLessThan(width - 1);
        // The box is the font's, taller than what is drawn: figures fill the middle seven tenths of it.
        const [middle, half] = [(word.top + word.bottom) / 2, (word.bottom - word.top) * 0.35];
        expect(middle - half, word.text).toBeGreaterThan(0);
        expect(middle + half, word.text).toBeLessThan(height);
      }
      expect(await proof.code(150)).toBe(codes[kind] ?? OWN);
    });
  },
);

test.each(kinds.map((kind) => ({ kind })))('[P20] a $kind has its boxes with bleed', async ({ kind }) => {
  const { sizes, orientation } = signKinds[kind];
  const paper = measurePaper({ size: sizes[0], orientation })!;
  await using proof = await print(signSheets[kind], { layout: { size: sizes[0], orientation, bleed: 3 } });
  const boxes = await proof.boxes();
  const sides = ([left, bottom, right, top]: number[]) => [right! - left!, top! - bottom!].map(Math.round);
  expect(sides(boxes.trim)).toEqual([paper.width, paper.height]);
  expect(sides(boxes.bleed)).toEqual([paper.width + 6, paper.height + 6]);
});

test('[SG3] every public sign is drawn and named in both languages', async () => {
  for (const sign of publicSigns) {
    await using proof = await print({ is: 'sign', sign });
    const text = await proof.text();
    const title = bare(dress({ is: 'sign', sign }).now.title).replace(/[←→]/, '');
    expect(text.startsWith(title), title).toBe(true);
    expect(text.slice(title.length)).toMatch(/^[A-Z][A-Za-z,:]+/);
  }
});

test('[SG3] an exit keeps its green whatever the accent is', async () => {
  const { html } = await renderSheet({ ...dress({ is: 'sign', sign: 'exit' }), accent: '#aa0000' });
  expect(html).toContain('--bg: #00803f');
  const fire = await renderSheet({ ...dress({ is: 'sign', sign: 'extinguisher' }), accent: '#00aa00' });
  expect(fire.html).toContain('--bg: #c8102e');
});

describe('[SG1] [SG2] faces and colours of the standard', () => {
  test('gold on a dark ground, the stand-in named on the proof and nowhere else', async () => {
    const { html } = await renderSheet(dress({ is: 'name' }, { standard: 'qianjiang' }));
    expect(html).toContain('--fg: #e6c15a; --bg: #0b1b2e');
    await using proof = await print({ is: 'name' }, { standard: 'qianjiang', proof: true });
    expect(await proof.text()).toContain('方正魏碑简体');
    await using registered = await print({ is: 'name' }, { standard: 'qianjiang' });
    expect(await registered.text()).not.toContain('方正魏碑');
    await using slogan = await print({ is: 'slogan' }, { standard: 'qianjiang', proof: true });
    expect(await slogan.text()).toContain('方正大黑简体');
  });

  test('red across, and no upright board', async () => {
    const { html } = await renderSheet(dress({ is: 'name' }, { standard: 'sichuan' }));
    expect(html).toContain('--fg: #c4161c; --bg: #ffffff');
    const upright = dress({ is: 'name' }, { standard: 'sichuan', layout: { size: '400x1800' } });
    await expect(renderSheet(upright)).rejects.toMatchObject({ refused: 'print.across' });
    const qianjiang = dress({ is: 'name' }, { standard: 'qianjiang', layout: { size: '400x1800' } });
    await using proof = await Proof.of(await printer.pdf(await renderSheet(qianjiang)));
    expect(await proof.text()).toContain('清溪镇便民服务中心');
  });
});

describe('names of any length', () => {
  /** One character, an ordinary long one, and the longest that a record takes. */
  const names = ['李', '阿卜杜热合曼·买买提明', '欧'.repeat(30), '㐱𠮷䶮'];
  test.each(names)('a plate, a badge and a wall for %s', async (name) => {
    const records = signHall();
    const zhou = records.get('staff', 'zhou')!;
    const unit = '清溪镇退役军人服务和社会保障综合事务办公室'.repeat(2);
    records.apply([kept('staff', 'zhou', { ...zhou, name, unit })]);
    for (const of of [signSheets.desk, signSheets.badge, signSheets.post, signSheets.wall]) {
      await using proof = await print(of, { records });
      expect(await proof.text(), of.is).toContain(name);
      expect((await proof.pages()).count).toBe(1);
    }
  });

  test('a window with everything that a record takes', async () => {
    const records = signHall();
    const business = Array.from({ length: 20 }, (_, index) => `第${index + 1}类业务办理和咨询服务`);
    const w2 = records.get('window', 'w2')!;
    records.apply([kept('window', 'w2', { ...w2, name: '城乡居民基本养老保险和医疗保险', business })]);
    await using proof = await print(signSheets.window, { records });
    const text = await proof.text();
    for (const line of business) expect(text).toContain(line);
  });

  test('[SG12] what nobody could read is refused', async () => {
    const records = signHall();
    const duties = Array.from({ length: 12 }, () => '责'.repeat(120));
    records.apply([kept('staff', 'zhou', { ...records.get('staff', 'zhou')!, duties })]);
    await expect(
      print(signSheets.wall, { records, layout: { size: 'A3', orientation: 'wide' } }),
    ).rejects.toMatchObject({
      refused: 'print.too-long',
    });
  });
});

test('[SG5] party members are marked only where the standard asks, and a missing photo leaves a frame', async () => {
  await using plain = await print(signSheets.desk, { standard: 'qianjiang' });
  expect(await plain.text()).not.toContain('党员');
  await using marked = await print(signSheets.desk, { standard: 'sichuan' });
  expect(await marked.text()).toContain('中共党员');
  await using framed = await print({ is: 'desk', staff: 'wu' });
  expect(await framed.text()).toContain('贴二寸蓝底照片');
});

test('[SG6] badges of several people follow each other, one alone fills the paper', async () => {
  await using all = await print({ is: 'badge' }, { layout: { size: '54x86', nup: 'A4' } });
  const text = await all.text();
  for (const name of ['周明', '吴秀兰', '赵国强', '钱小燕', '孙德福', '李春梅'])
    expect(text.split(name).length - 1, name).toBe(1);
  expect(await all.pages()).toMatchObject({ count: 1 });
  await using one = await print(signSheets.badge, { layout: { size: '54x86', nup: 'A4' } });
  expect((await one.text()).split('周明').length - 1).toBe(10);
});

test('[SG7] a desk plate has two faces, the upper one on its head', async () => {
  await using proof = await print(signSheets.desk);
  const text = await proof.text();
  expect(text.split('岗位职责').length - 1).toBe(2);
  expect(text).toContain('沿此线对折');
  const { height } = await proof.pages();
  const faces = (await proof.words()).filter((word) => word.text.includes('023-79000011'));
  expect(faces.map(({ top }) => top < height / 2).sort()).toEqual([false, true]);
});

test('both orientations hold the same words', async () => {
  for (const [of, sizes] of [
    [signSheets.directions, ['600x900', '900x600']],
    [signSheets.plan, ['420x594', '594x420']],
    [signSheets.post, ['200x300', '300x200']],
    [signSheets.pause, ['210x297', '297x210']],
    [signSheets.slogan, ['1200x300', '300x1200']],
    [signSheets.conduct, ['900x600', '600x900']],
  ] as const) {
    const texts = await Promise.all(
      sizes.map(async (size) => {
        await using proof = await print(of, { layout: { size } });
        return [...(await proof.text())].sort().join('');
      }),
    );
    expect(texts[0], of.is).toBe(texts[1]);
  }
});
